import { findOpenApplication } from '../queries/applications.ts'
import type { Person } from '../queries/people.ts'
import { claimApplication, type Reviewing, type Seen } from '../queries/review.ts'
import { approveApplication, returnApplication } from '../queries/review-decide.ts'
import type { Db, Store } from '../store.ts'

async function claimed(tx: Db, person: Person, by: Reviewing): Promise<Seen> {
  const row = await findOpenApplication(tx, person.id)
  if (!row) throw new Error('A demo story has nothing to decide.')
  await claimApplication(tx, by, { id: row.id, version: row.version })
  return { id: row.id, version: row.version + 1 }
}

const desk = (reviewer: string, office: string, now: Date): Reviewing => ({
  reviewer,
  reviewIds: [office],
  officeIds: [office],
  now,
})

/** Returns a submitted application with comments, as a reviewer of the office would. */
export async function sendBack(
  store: Store,
  person: Person,
  reviewer: string,
  codes: readonly string[],
  comments: readonly { readonly key: string; readonly text: string }[],
  now: Date,
  office = '410105',
): Promise<void> {
  const by = desk(reviewer, office, now)
  await store.write(async (tx) => {
    const seen = await claimed(tx, person, by)
    await returnApplication(tx, by, seen, { codes, text: '', openAll: false, comments })
  })
}

/** Approves a submitted application. */
export async function approve(
  store: Store,
  person: Person,
  reviewer: string,
  now: Date,
  office = '410105',
): Promise<void> {
  const by = desk(reviewer, office, now)
  await store.write(async (tx) => void (await approveApplication(tx, by, await claimed(tx, person, by), '')))
}
