import type { Metadata } from 'next'
import { listOffices } from '#db/queries/offices'
import { countByOffice, oldestWaiting } from '#db/queries/queue'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { formatShanghaiDesk, now, today } from '#lib/clock'
import { requireStatistics } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { OVERDUE_DAYS, workingDaysBetween } from '#lib/working-days'

export const metadata: Metadata = { title: '统计' }

/** What waits and what was decided, office by office, from the counters. */
export default async function StatsPage() {
  const session = await requireStatistics(paths.stats)
  const { read } = await store()
  const day = today(now())
  const mine = new Set(session.officeIds)
  const offices = (await listOffices(read)).filter((o) => mine.has(o.id) && o.level === 'county')
  const ids = offices.map((o) => o.id)
  const counts = await countByOffice(read, ids)
  const oldest = await oldestWaiting(read, ids)
  const sum = (status: string, office?: string) =>
    counts
      .filter((c) => c.status === status && (!office || c.officeId === office))
      .reduce((n, c) => n + c.n, 0)
  const late = offices.filter((o) => {
    const at = oldest.get(o.id)
    return at !== undefined && workingDaysBetween(today(at), day) > OVERDUE_DAYS
  })
  return (
    <DeskPage session={session} current={paths.stats}>
      <h1>统计</h1>
      <p className="measure">
        {offices.length} 个财政部门，待审核 {sum('submitted')} 件，
        {late.length === 0 ? '没有超期。' : `${late.length} 个部门有超期的申请。`}
      </p>
      <div className="tablewrap">
        <table className="grid cards">
          <caption className="vh">各财政部门的申请</caption>
          <thead>
            <tr>
              <th scope="col">财政部门</th>
              <th scope="col" className="r">
                待审核
              </th>
              <th scope="col" className="r">
                已退回
              </th>
              <th scope="col" className="r">
                已通过
              </th>
              <th scope="col">最早提交</th>
            </tr>
          </thead>
          <tbody>
            {offices.map((office) => {
              const at = oldest.get(office.id)
              return (
                <tr key={office.id}>
                  <th scope="row">{office.name}</th>
                  <td className="r" data-l="待审核">
                    {sum('submitted', office.id)}
                  </td>
                  <td className="r" data-l="已退回">
                    {sum('returned', office.id)}
                  </td>
                  <td className="r" data-l="已通过">
                    {sum('approved', office.id)}
                  </td>
                  <td className="full" data-l="最早提交">
                    {at ? formatShanghaiDesk(at) : '无'}{' '}
                    {late.includes(office) && <span className="late">超期</span>}
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              <td className="r" data-l="待审核">
                {sum('submitted')}
              </td>
              <td className="r" data-l="已退回">
                {sum('returned')}
              </td>
              <td className="r" data-l="已通过">
                {sum('approved')}
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {late.length > 0 && session.roles.some((post) => post.role !== 'administrator') && (
        <p>
          <a href={withQuery(paths.queue, { overdue: '1' })}>看超期的申请</a>
        </p>
      )}
    </DeskPage>
  )
}
