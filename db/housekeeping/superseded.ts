import { and, asc, eq, exists, gt, gte, inArray, lt, lte, ne, notExists, or } from 'drizzle-orm'
import type { BlobStore } from '#lib/documents/blob-store'
import { RETENTION } from '#lib/retention'
import { applications, documents, records, submissionDocuments } from '../schema.ts'
import type { Db, Store } from '../store.ts'

/** Documents that one look goes through: a few milliseconds, after which others have their turn. */
const PAGE = 500

/** The last id of the page that begins behind `after`; nothing at the end. */
async function pageEnd(db: Db, after: string): Promise<string | undefined> {
  const page = await db
    .select({ id: documents.id })
    .from(documents)
    .where(gt(documents.id, after))
    .orderBy(asc(documents.id))
    .limit(PAGE)
  return page.at(-1)?.id
}

/**
 * Pictures that nothing needs any more: their person has no application under way, the record in force does not
 * hold them, and the time is over since it was approved, or since the upload when there is none.
 */
const superseded = (db: Db, after: string, last: string, until: Date) => {
  const underWay = db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.personId, documents.personId),
        inArray(applications.status, ['draft', 'submitted', 'returned']),
      ),
    )
  const held = db
    .select({ id: submissionDocuments.documentId })
    .from(submissionDocuments)
    .where(
      and(
        eq(submissionDocuments.submissionId, records.submissionId),
        eq(submissionDocuments.documentId, documents.id),
      ),
    )
  const inForce = db
    .select({ id: records.id })
    .from(records)
    .where(
      and(
        eq(records.personId, documents.personId),
        eq(records.inForce, true),
        or(gte(records.approvedAt, until), exists(held)),
      ),
    )
  return and(
    gt(documents.id, after),
    lte(documents.id, last),
    lt(documents.createdAt, until),
    ne(documents.blobKey, ''),
    notExists(underWay),
    notExists(inForce),
  )
}

/**
 * Destroys superseded pictures: first the key, in the store, then the object. The row stays with the digest, so
 * that what happened can still be told.
 * @returns how many
 */
export async function destroySuperseded(
  store: Store,
  blobs: BlobStore,
  now: Date,
  dry = false,
): Promise<number> {
  const until = new Date(now.getTime() - RETENTION.supersededPicture)
  let count = 0
  let after = ''
  for (let last = await pageEnd(store.read, after); last; last = await pageEnd(store.read, after)) {
    const [from, to] = [after, last]
    const columns = { id: documents.id, key: documents.blobKey }
    const found = await store.read
      .select(columns)
      .from(documents)
      .where(superseded(store.read, from, to, until))
    count += found.length
    after = last
    if (dry || found.length === 0) continue
    const gone = await store.write(async (tx) => {
      const ids = found.map(({ id }) => id)
      // Asked again inside: somebody may have begun a change meanwhile.
      const still = and(inArray(documents.id, ids), superseded(tx, from, to, until))
      return tx
        .update(documents)
        .set({ wrappedKey: Buffer.alloc(0), blobKey: '' })
        .where(still)
        .returning({ id: documents.id })
    })
    const done = new Set(gone.map(({ id }) => id))
    for (const { id, key } of found) if (done.has(id)) await blobs.delete(key)
  }
  return count
}
