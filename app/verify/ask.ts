import { countAttempt, HOUR_MS } from '#db/queries/attempts'
import { findOffice } from '#db/queries/offices'
import { findNextVersion } from '#db/queries/record-history'
import { findRecordByCode } from '#db/queries/records'
import type { Store } from '#db/store'
import { today } from '#lib/clock'
import { UNDO_MS } from '#lib/collection/application'
import { canonicalCode } from './code.ts'

/** Questions from one address in an hour: enough for an employer, too few to guess codes. */
export const PER_HOUR = 60

/** What anybody is told about a code; nothing that names the person. */
export type Told =
  | { readonly is: 'paced' }
  | { readonly is: 'unknown' }
  | {
      readonly is: 'inForce' | 'superseded'
      /** `YYYY-MM-DD` in Shanghai. */
      readonly approvedOn: string
      readonly office: string
    }

/** D15: a decision counts here once it can no longer be undone; the last of the ten minutes still can. */
const isFinal = (approvedAt: Date, at: Date) => at.getTime() - approvedAt.getTime() > UNDO_MS

/**
 * Answers for the code of a printed sheet. A version stays in force until the approval of the next one can
 * no longer be undone, so that the answer never changes back.
 * @param from the address that asks, for the pace
 */
export async function ask(
  { read, write }: Pick<Store, 'read' | 'write'>,
  typed: string,
  from: string,
  at: Date,
): Promise<Told> {
  if ((await write((tx) => countAttempt(tx, `verify:${from}`, HOUR_MS, at))) > PER_HOUR)
    return { is: 'paced' }
  const code = canonicalCode(typed)
  const record = code === undefined ? undefined : await findRecordByCode(read, code)
  if (!record || !isFinal(record.approvedAt, at)) return { is: 'unknown' }
  const next = await findNextVersion(read, record)
  return {
    is: next && isFinal(next.approvedAt, at) ? 'superseded' : 'inForce',
    approvedOn: today(record.approvedAt),
    office: (await findOffice(read, record.officeId))?.name ?? '',
  }
}
