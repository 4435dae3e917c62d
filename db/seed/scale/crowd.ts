import { eq } from 'drizzle-orm'
import type { DocumentRow } from '#db/queries/documents'
import { documents, draftPictures, people } from '#db/schema'
import type { Db } from '#db/store'
import { SHARED_PLACES } from './album.ts'
import { fillInBulk } from './bulk.ts'
import { inserter } from './insert.ts'
import { madeAside } from './makers.ts'
import type { Making } from './making.ts'
import type { Spread } from './plan.ts'

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
  const wanted: readonly string[] = SHARED_PLACES
  return Object.fromEntries(
    rows
      .map(({ owner, slot, document }) => [`${owner}.${slot}`, document] as const)
      .filter(([place]) => wanted.includes(place)),
  )
}

/** What a load tells of itself. */
export interface Told {
  /** After each batch, with the number of people written so far. */
  readonly done: (people: number) => void
  /** What goes on after the last of them. */
  readonly phase: (what: string) => void
}

/**
 * Writes a crowd into a store of SQLite that is empty and that nobody has open: the same rows, sealed
 * alike, as if everybody had used the pages.
 * @param file path of the database
 * @param asked how many people, and the seed that makes them the same again
 */
export async function writeCrowd(file: string, asked: Making & Spread, told: Told): Promise<void> {
  const load = async (writer: ReturnType<typeof inserter>) => {
    let done = 0
    for await (const batch of madeAside(asked)) {
      writer.insert(batch)
      done += batch.people
      told.done(done)
    }
    told.phase('Sorting what the search finds')
    writer.settle()
  }
  await fillInBulk(file, (connection) => load(inserter(connection)), told.phase)
}
