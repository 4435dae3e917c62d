import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Dossier } from '#lib/collection/rule'
import { submittedNumbers } from '#lib/collection/submitted-numbers'
import { blindIndex } from '#lib/protect/blind'
import { keyring } from '#lib/protect/current'
import { applications, numberMarks } from '../schema.ts'
import type { Db } from '../store.ts'
import { HANDED_IN, OTHER_FILE, type OtherFile } from './compare.ts'

interface Mark {
  readonly mark: string
  readonly kind: 'certificate' | 'unitCode'
  readonly key: string
  readonly said: string
}

/** Rows of others that are read for one submission; a large employer has thousands under its code. */
const MOST_READ = 200

const marksOf = (dossier: Dossier): Mark[] =>
  submittedNumbers(dossier).map(({ kind, key, number, said }) => ({
    mark: blindIndex(keyring(), kind, number),
    kind,
    key,
    said,
  }))

/** The rows under which the numbers of a submission are found from other files. */
export const numberMarkRows = (
  { id, personId }: { readonly id: string; readonly personId: string },
  dossier: Dossier,
) => marksOf(dossier).map(({ mark, key, said }) => ({ mark, key, said, applicationId: id, personId }))

/** Puts the numbers of the newest submission in place of those of the one before. */
export async function writeNumberMarks(
  tx: Db,
  row: { readonly id: string; readonly personId: string },
  dossier: Dossier,
): Promise<void> {
  await removeNumberMarks(tx, row.id)
  const rows = numberMarkRows(row, dossier)
  if (rows.length === 0) return
  await tx.insert(numberMarks).values(rows).onConflictDoNothing()
}

/** Takes the numbers of a discarded application out. */
export async function removeNumberMarks(tx: Db, applicationId: string): Promise<void> {
  await tx.delete(numberMarks).where(eq(numberMarks.applicationId, applicationId))
}

async function others(db: Db, personId: string, marks: readonly string[]) {
  if (marks.length === 0) return []
  return await db
    .select({ mark: numberMarks.mark, said: numberMarks.said, ...OTHER_FILE })
    .from(numberMarks)
    .innerJoin(applications, eq(applications.id, numberMarks.applicationId))
    .where(
      and(
        inArray(numberMarks.mark, [...marks]),
        ne(numberMarks.personId, personId),
        inArray(applications.status, [...HANDED_IN]),
      ),
    )
    .limit(MOST_READ)
}

/** Which certificate numbers stand in somebody else's submission too: row key → where. */
export async function findSameNumbers(
  db: Db,
  personId: string,
  dossier: Dossier,
): Promise<ReadonlyMap<string, readonly OtherFile[]>> {
  const mine = marksOf(dossier).filter(({ kind }) => kind === 'certificate')
  const rows = await others(
    db,
    personId,
    mine.map(({ mark }) => mark),
  )
  return new Map(
    mine.flatMap(({ mark, key }) => {
      const files = rows.filter((row) => row.mark === mark)
      return files.length === 0
        ? []
        : [[key, files.map(({ applicationId, officeId, name }) => ({ applicationId, officeId, name }))]]
    }),
  )
}

/** Blanks and the width of brackets do not make another name. */
const plainName = (name: string) => name.normalize('NFKC').replace(/\s/gu, '')

/**
 * How others call the unit of the same credit code, when more of them call it so than as it is called here:
 * the most frequent first. One wrong name among many says nothing about the others.
 */
export async function findOtherUnitNames(
  db: Db,
  personId: string,
  dossier: Dossier,
): Promise<readonly { readonly name: string; readonly n: number }[]> {
  const [mine] = marksOf(dossier).filter(({ kind }) => kind === 'unitCode')
  if (!mine) return []
  const counts = new Map<string, { name: string; n: number }>()
  for (const { said } of await others(db, personId, [mine.mark])) {
    const plain = plainName(said)
    const seen = counts.get(plain) ?? { name: said, n: 0 }
    // Of one name written in several ways the shortest is shown, whichever was read first.
    counts.set(plain, { name: said.length < seen.name.length ? said : seen.name, n: seen.n + 1 })
  }
  const agreeing = counts.get(plainName(mine.said))?.n ?? 0
  return [...counts]
    .flatMap(([plain, count]) => (plain !== plainName(mine.said) && count.n > agreeing ? [count] : []))
    .sort((a, b) => b.n - a.n)
}
