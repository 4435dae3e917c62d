import { and, eq, lt } from 'drizzle-orm'
import { applications } from '../schema.ts'
import type { Db } from '../store.ts'
import type { ApplicationRow } from './applications.ts'

/**
 * How many applications of the same office wait longer than this one. The count ends at `most`, so that a
 * long queue costs no more than a short one.
 */
export async function countAhead(
  db: Db,
  waiting: Pick<ApplicationRow, 'officeId' | 'submittedAt'>,
  most: number,
): Promise<number> {
  const rows = await db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.officeId, waiting.officeId),
        eq(applications.status, 'submitted'),
        lt(applications.submittedAt, waiting.submittedAt),
      ),
    )
    .limit(most)
  return rows.length
}
