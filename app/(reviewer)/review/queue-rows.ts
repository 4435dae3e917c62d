import type { QueueRow } from '#components/review/queue-table'
import { type ApplicationRow, toApplication } from '#db/queries/applications'
import { findPeople } from '#db/queries/people'
import type { Db } from '#db/store'
import { formatShanghaiDesk, today } from '#lib/clock'
import { liveClaim } from '#lib/collection/application'
import { TARGET_EXAM } from '#lib/collection/codes/local'
import { labelOf } from '#lib/collection/codes/option'
import type { Session } from '#lib/identity/session'
import type { QueueKind } from '#lib/review/filter'
import { KIND_WORDS } from '#lib/review/words'
import { OVERDUE_DAYS, workingDaysBetween } from '#lib/working-days'

/** What kind of submission it is to a reviewer. */
const kindOf = (row: ApplicationRow): QueueKind =>
  row.kind === 'change' ? 'change' : row.submissions > 1 ? 'resubmitted' : 'first'
export const kindWord = (row: ApplicationRow): string => KIND_WORDS[kindOf(row)]

/** The rows as the table prints them; of a number that is opened, the last four digits. */
export async function queueRows(
  db: Db,
  rows: readonly ApplicationRow[],
  asked: { session: Session; at: Date; today: string },
): Promise<QueueRow[]> {
  const claims = rows.map((row) =>
    row.status === 'submitted' ? liveClaim(toApplication(row), asked.at) : undefined,
  )
  const holders = claims.flatMap((claim) => claim?.holder ?? [])
  const people = await findPeople(db, [...rows.map((row) => row.personId), ...holders])
  return rows.map((row, at) => {
    const claim = claims[at]
    const holder = claim && people.get(claim.holder)
    const waited = workingDaysBetween(today(row.submittedAt), asked.today)
    return {
      id: row.id,
      name: row.name,
      tail: people.get(row.personId)?.idNumber.slice(-4) ?? '',
      unit: row.unitName,
      kind: row.kind,
      kindWord: kindWord(row),
      exam: row.targetExam === 'none' ? '' : labelOf(TARGET_EXAM, row.targetExam),
      plain: kindOf(row) === 'first',
      status: row.status,
      submitted: formatShanghaiDesk(row.submittedAt),
      waited:
        row.status !== 'submitted'
          ? ''
          : waited === 0
            ? today(row.submittedAt) === asked.today
              ? '今天提交'
              : '不到 1 天'
            : `${waited} 天`,
      late: row.status === 'submitted' && waited > OVERDUE_DAYS,
      flags: row.flags === '' ? 0 : row.flags.split(',').length,
      mine: claim?.holder === asked.session.person.id,
      holder: holder && claim ? `${holder.name}，${formatShanghaiDesk(claim.since)} 起` : '',
      receipt: row.receiptNumber ?? '',
    }
  })
}
