import { countByOffice, oldestWaiting } from '#db/queries/queue-figures'
import type { Db } from '#db/store'
import { today as dayOf, formatShanghaiDesk } from '#lib/clock'
import type { Figures, Group } from '#lib/statistics/figures'
import type { Report } from '#lib/statistics/report'
import { countText, daysText, PROVINCE, shareText } from '#lib/statistics/words'
import { OVERDUE_DAYS, workingDaysBetween } from '#lib/working-days'
import type { Area } from './area.ts'

const HEAD = ['待审核', '提交', '通过', '退回', '首次退回率', '再次退回率', '用时中位数', '八成用时'] as const

const cellsOf = (waiting: number, f: Figures) => [
  countText(waiting),
  countText(f.submitted),
  countText(f.approved),
  countText(f.returned),
  shareText(f.returnRate),
  shareText(f.againRate),
  daysText(f.median),
  daysText(f.eighty),
]

function Figs({ cells }: { cells: readonly string[] }) {
  return HEAD.map((head, at) => (
    <td key={head} className="r nw" data-l={head}>
      {cells[at]}
    </td>
  ))
}

/** Every place with its figures and how long its oldest application waits. */
export async function OfficeTable(props: {
  db: Db
  area: Area
  report: Report
  href: (id: string) => string
  today: string
}) {
  const { db, area, report, href, today } = props
  const counts = await countByOffice(db, area.officeIds)
  const oldest = await oldestWaiting(db, area.officeIds)
  const inProvince = area.province && (await countByOffice(db, area.province))
  const meanWaiting =
    (inProvince ?? []).reduce((n, c) => (c.status === 'submitted' ? n + c.n : n), 0) /
    (area.province?.length ?? 1)
  const waiting = (ids: readonly string[]) =>
    counts.reduce((n, c) => (c.status === 'submitted' && ids.includes(c.officeId) ? n + c.n : n), 0)
  const first = ({ officeIds }: Group) =>
    officeIds.flatMap((id) => oldest.get(id) ?? []).sort((a, b) => a.getTime() - b.getTime())[0]
  return (
    <div className="tablewrap sec">
      <div className="bulk">
        <span>
          用时是从提交到审核的工作日，申请人修改期间不计。首次退回率是第一次审核中退回的比例，再次退回率是改过再交又被退回的比例。
          {report.province && '全省平均：件数是每个财政部门平均多少，退回率和用时按全省的申请一起算。'}
        </span>
      </div>
      <table className="grid cards">
        <caption className="vh">各财政部门</caption>
        <thead>
          <tr>
            <th scope="col">地区</th>
            {HEAD.map((head) => (
              <th key={head} scope="col" className="r">
                {head}
              </th>
            ))}
            <th scope="col">最早提交</th>
          </tr>
        </thead>
        <tbody>
          {report.groups.map((group) => {
            const at = first(group)
            const late = at !== undefined && workingDaysBetween(dayOf(at), today) > OVERDUE_DAYS
            return (
              <tr key={group.id} data-area={group.id}>
                <th scope="row">
                  {report.groups.length > 1 ? <a href={href(group.id)}>{group.name}</a> : group.name}
                </th>
                <Figs cells={cellsOf(waiting(group.officeIds), group)} />
                <td className="full" data-l="最早提交">
                  {at ? formatShanghaiDesk(at) : '无'} {late && <span className="late">超期</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
        {(report.groups.length > 1 || report.province) && (
          <tfoot>
            {report.groups.length > 1 && (
              <tr>
                <th scope="row">合计</th>
                <Figs cells={cellsOf(waiting(area.officeIds), report.all)} />
                <td />
              </tr>
            )}
            {report.province && (
              <tr data-area="average">
                <th scope="row">{PROVINCE}</th>
                <Figs cells={cellsOf(Math.round(meanWaiting * 10) / 10, report.province)} />
                <td />
              </tr>
            )}
          </tfoot>
        )}
      </table>
    </div>
  )
}
