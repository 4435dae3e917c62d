import { reasonVersions } from '#db/queries/reasons'
import { sumByWeek, sumReasons, sumTogether, sumWeeks } from '#db/queries/statistics'
import type { Db } from '#db/store'
import { today } from '#lib/clock'
import type { ScopedSession } from '#lib/identity/session'
import { one, type Params } from '#lib/review/filter'
import { type AskedPeriod, readPeriod } from '#lib/statistics/period'
import { reasonNames } from '#lib/statistics/reasons'
import { type Report, reportOf } from '#lib/statistics/report'
import { type Area, areaOf } from './area.ts'

/** What the page and the workbook are both made of: one's own offices, a period, nothing of anybody else's but the average. */
export async function readReport(
  db: Db,
  session: Pick<ScopedSession, 'officeIds'>,
  params: Params,
  at: Date,
): Promise<{ area: Area; period: AskedPeriod; report: Report }> {
  const area = await areaOf(db, session.officeIds, one(params, 'area'))
  const period = readPeriod(one(params, 'from')?.trim(), one(params, 'to')?.trim(), today(at))
  const material = {
    counted: await sumWeeks(db, area.officeIds, period),
    weeks: await sumByWeek(db, area.officeIds, period),
    reasons: await sumReasons(db, area.officeIds, period),
    province: area.province && {
      counted: await sumTogether(db, area.province, period),
      offices: area.province.length,
    },
  }
  const names = new Map(area.offices.map(({ id, name }) => [id, name] as const))
  const nameOf = reasonNames(await reasonVersions(db, area.officeIds), (id) => names.get(id) ?? '')
  return { area, period, report: reportOf(material, period, area, nameOf) }
}
