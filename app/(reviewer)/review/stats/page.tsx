import type { Metadata } from 'next'
import { StatsFilters } from '#components/charts/stats-filters'
import { type Tile, Tiles } from '#components/charts/tiles'
import { Banner } from '#components/layout/banner'
import { findOffice } from '#db/queries/offices'
import { MOST_COUNTED, type Tallies, tallyQueue } from '#db/queries/queue-figures'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { now, today } from '#lib/clock'
import { requireStatistics } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import type { Params } from '#lib/review/filter'
import { type AskedPeriod, MOST_WEEKS, USUAL_WEEKS } from '#lib/statistics/period'
import type { Report } from '#lib/statistics/report'
import { countText, daysShort, daysText, shareText } from '#lib/statistics/words'
import { OVERDUE_DAYS } from '#lib/working-days'
import { ReportCharts } from './charts.tsx'
import { OfficeTable } from './office-table.tsx'
import { readReport } from './report.ts'

export const metadata: Metadata = { title: '统计' }

const MENDED: Readonly<Record<NonNullable<AskedPeriod['mended']>, string>> = {
  unreadable: `日期请写成 2026-07-01 这样，并且是日历上有的日子。现在显示的是最近 ${USUAL_WEEKS} 周。`,
  turned: `开始日期在结束日期之后。现在显示的是最近 ${USUAL_WEEKS} 周。`,
  cut: `一次最多统计 ${MOST_WEEKS} 周，已从最早可以统计的一周开始。`,
}

function tilesOf(tallies: Tallies, { all }: Report): Tile[] {
  const late = tallies.overdue
  return [
    {
      label: '待审核',
      value: countText(tallies.submitted),
      note: `这段时间提交 ${countText(all.submitted)}`,
    },
    {
      label: '超期',
      value: countOf(late),
      note: `等待超过 ${OVERDUE_DAYS} 个工作日`,
      late: late > 0,
    },
    {
      label: '通过',
      value: countText(all.approved),
      note: `这段时间退回 ${countText(all.returned)}`,
    },
    {
      label: '首次退回率',
      value: shareText(all.returnRate),
      note: `再次退回率 ${shareText(all.againRate)}`,
    },
    {
      label: '用时中位数',
      value: daysShort(all.median),
      ...(all.median ? { unit: '个工作日' } : {}),
      note: `八成 ${daysText(all.eighty)}，到通过累计 ${daysText(all.spent)}`,
    },
  ]
}

const countOf = (n: number) => (n > MOST_COUNTED ? `${countText(MOST_COUNTED)}+` : countText(n))

/** What came in, how long it took and what was returned and why, of the offices that one may see. */
export default async function StatsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const session = await requireStatistics(paths.stats)
  const at = now()
  const { read } = await store()
  const { area, period, report } = await readReport(read, session, params, at)
  const { from, to, mended } = period
  const asking = { today: today(at), reviewer: session.person.id, now: at }
  const tallies = await tallyQueue(read, area.officeIds, asking)
  const here = (id: string) => withQuery(paths.stats, { area: id || undefined, from, to })
  const office = await findOffice(read, session.roles[0]?.officeId ?? '')
  const several = area.officeIds.length > 1
  return (
    <DeskPage session={session} office={office?.name} current={paths.stats}>
      <div className="desk-head">
        <h1>统计</h1>
        <p className="muted">
          {area.name}
          {several && ` ${area.officeIds.length} 个财政部门`}，{from} 至 {to}，按整周
        </p>
      </div>
      {mended && (
        <Banner tone="warn" title="日期有改动">
          <p>{MENDED[mended]}</p>
        </Banner>
      )}
      <StatsFilters
        action={paths.stats}
        choices={area.choices}
        chosen={area.chosen}
        all="辖区内全部"
        from={from}
        to={to}
        file={withQuery(paths.statsFile, { area: area.chosen || undefined, from, to })}
      />
      <Tiles tiles={tilesOf(tallies, report)} />
      <ReportCharts report={report} />
      <OfficeTable db={read} area={area} report={report} href={here} today={today(at)} />
    </DeskPage>
  )
}
