import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import type { DocumentRow } from '#db/queries/documents'
import { documents, draftPictures, people } from '#db/schema'
import type { Db } from '#db/store'
import { divisionName } from '#lib/collection/codes/divisions'
import { NOTICE_VERSION } from '#lib/notice'
import { countyOf } from './counties.ts'
import { liveOf, type World } from './life.ts'
import { NUMBERS_PER_COUNTY, personOf } from './person.ts'
import { randomOf } from './random.ts'
import { writerOn } from './writer.ts'

const BATCH = 2_000

/** Whether nobody is in the store yet. */
export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.select({ id: people.id }).from(people).limit(1)).length === 0
}

/** The pictures of the demo by slot: sealed once, shared by every row of the crowd. */
export async function sharedPictures(db: Db): Promise<Record<string, DocumentRow>> {
  const rows = await db
    .select({ owner: draftPictures.owner, slot: draftPictures.slot, document: documents })
    .from(draftPictures)
    .innerJoin(documents, eq(documents.id, draftPictures.documentId))
  const wanted = ['personal.photo', 'education.ftEducationFile', 'education.ftDegreeFile']
  return Object.fromEntries(
    rows
      .map(({ owner, slot, document }) => [`${owner}.${slot}`, document] as const)
      .filter(([place]) => wanted.includes(place)),
  )
}

/**
 * Writes a crowd into a store of SQLite that nobody else has open: the same rows, sealed alike, as if
 * everybody had used the pages; in batches of one commit, each with its counters.
 * @param file path of the database
 * @param asked how many people, and the seed that makes them the same again
 * @param told after each batch, with the number of people written so far
 */
export function writeCrowd(
  file: string,
  asked: { people: number; seed: number; now: Date; pictures: World['pictures'] },
  told: (done: number) => void,
): void {
  const connection = new Database(file)
  for (const pragma of [
    'journal_mode=WAL',
    'synchronous=NORMAL',
    'cache_size=-400000',
    'temp_store=MEMORY',
  ]) {
    connection.pragma(pragma)
  }
  const random = randomOf(asked.seed)
  const names = new Map<string, { code: string; name: string }>()
  const county = (code: string) => {
    const known = names.get(code) ?? { code, name: divisionName(code) }
    names.set(code, known)
    return known
  }
  const writer = writerOn(connection)
  const world: World = {
    random,
    writer,
    now: asked.now,
    notice: NOTICE_VERSION,
    county,
    pictures: asked.pictures,
  }
  const inCounty = new Map<string, number>()
  const one = (overall: number) => {
    const office = countyOf(random)
    const nth = inCounty.get(office) ?? 0
    if (nth >= NUMBERS_PER_COUNTY) return one(overall)
    inCounty.set(office, nth + 1)
    liveOf(world, personOf(random, office, nth, overall), office)
  }
  try {
    for (let done = 0; done < asked.people; ) {
      const end = Math.min(asked.people, done + BATCH)
      connection.exec('begin immediate')
      for (; done < end; done++) one(done)
      writer.settle()
      connection.exec('commit')
      told(done)
    }
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}
