import { Bars } from '#components/charts/bars'
import { Chart } from '#components/charts/chart'
import { Columns } from '#components/charts/columns'
import { Lines } from '#components/charts/lines'
import { Ranked } from '#components/charts/ranked'
import { findingsOf } from '#lib/statistics/findings'
import type { Report } from '#lib/statistics/report'
import { weekLabel } from '#lib/statistics/weeks'
import { countText, daysShort, PROVINCE, shareText } from '#lib/statistics/words'
import { PROMISED_DAYS } from '#lib/working-days'

const total = (values: readonly number[]) => countText(values.reduce((sum, n) => sum + n, 0))

/** Each figure as a chart, its finding above and the same figures as a table below. */
export function ReportCharts({ report }: { report: Report }) {
  const { groups, weeks, lasting, reasons, all, province } = report
  const say = findingsOf(report)
  const bySize = [...groups].sort((a, b) => b.submitted - a.submitted)
  /** What a group is compared with stands last, below the sum of the table. */
  const beside = province && { name: PROVINCE, ...province }
  const sized = [...bySize, ...(beside ? [beside] : [])]
  const decided = groups.filter((group) => group.returnRate !== undefined)
  const rated = [...decided, ...(beside && beside.returnRate !== undefined ? [beside] : [])]
  return (
    <div className="charts">
      {sized.length > 1 && (
        <Chart
          title="各地提交量"
          say={say.groups}
          table={{
            head: ['地区', '提交', '通过', '退回'],
            rows: bySize.map((g) => [
              g.name,
              countText(g.submitted),
              countText(g.approved),
              countText(g.returned),
            ]),
            foot: ['合计', countText(all.submitted), countText(all.approved), countText(all.returned)],
            beside: beside && [
              PROVINCE,
              countText(beside.submitted),
              countText(beside.approved),
              countText(beside.returned),
            ],
          }}
        >
          <Bars
            title={`各地提交量：${say.groups}`}
            rows={sized.map((g) => ({
              label: g.name,
              bars: [{ value: g.submitted, text: countText(g.submitted) }],
            }))}
          />
        </Chart>
      )}
      <Chart
        title="每周提交与办结"
        say={say.weeks}
        table={{
          head: ['周起始', '提交', '办结'],
          rows: weeks.map((week) => [weekLabel(week), countText(week.submitted), countText(week.decided)]),
          foot: ['合计', total(weeks.map((w) => w.submitted)), total(weeks.map((w) => w.decided))],
        }}
      >
        <Lines
          title={`每周提交与办结：${say.weeks}`}
          labels={weeks.map(weekLabel)}
          lines={[
            { name: '提交', values: weeks.map((week) => week.submitted) },
            { name: '办结', values: weeks.map((week) => week.decided) },
          ]}
          text={countText}
        />
      </Chart>
      <Chart
        title="办结用时（工作日）"
        say={say.lasting}
        table={{
          head: ['工作日', '件数', '占比'],
          rows: lasting.map(({ text, n, share }) => [text, countText(n), shareText(share)]),
          foot: ['合计', total(lasting.map(({ n }) => n)), '100%'],
        }}
      >
        <Columns
          title={`办结用时：${say.lasting}`}
          promise={`承诺 ${PROMISED_DAYS} 个工作日`}
          columns={lasting.map(({ text, n, late }) => ({ label: text, value: n, text: countText(n), late }))}
        />
      </Chart>
      <Chart
        title="退回原因"
        say={say.reasons}
        table={{
          head: ['原因', '次数', '累计'],
          rows: reasons.map(({ text, n, upTo }) => [text, countText(n), shareText(upTo)]),
          foot: ['合计', total(reasons.map(({ n }) => n)), '100%'],
        }}
      >
        <Ranked
          title={`退回原因：${say.reasons}`}
          rows={reasons.map(({ text, n, upTo }) => ({
            label: text,
            value: n,
            text: countText(n),
            note: `累计 ${shareText(upTo)}`,
          }))}
        />
      </Chart>
      {decided.length > 0 && rated.length > 1 && (
        <>
          <Chart
            title="各地退回率"
            say={say.rates}
            table={{
              head: ['地区', '首次', '再次'],
              rows: decided.map((g) => [g.name, shareText(g.returnRate), shareText(g.againRate)]),
              foot: ['合计', shareText(all.returnRate), shareText(all.againRate)],
              beside: beside && [PROVINCE, shareText(beside.returnRate), shareText(beside.againRate)],
            }}
          >
            <Bars
              title={`各地退回率：${say.rates}`}
              legend={['首次退回率', '再次退回率']}
              rows={rated.map((g) => ({
                label: g.name,
                bars: [
                  { value: g.returnRate ?? 0, text: shareText(g.returnRate) },
                  { value: g.againRate ?? 0, text: shareText(g.againRate) },
                ],
              }))}
            />
          </Chart>
          <Chart
            title="各地用时（工作日）"
            say={say.waits}
            table={{
              head: ['地区', '中位数', '八成'],
              rows: decided.map((g) => [g.name, daysShort(g.median), daysShort(g.eighty)]),
              foot: ['合计', daysShort(all.median), daysShort(all.eighty)],
              beside: beside && [PROVINCE, daysShort(beside.median), daysShort(beside.eighty)],
            }}
          >
            <Bars
              title={`各地用时：${say.waits}`}
              legend={['一半在此之内', '八成在此之内']}
              rows={rated.map((g) => ({
                label: g.name,
                bars: [
                  { value: g.median ?? 0, text: daysShort(g.median) },
                  { value: g.eighty ?? 0, text: daysShort(g.eighty) },
                ],
              }))}
            />
          </Chart>
        </>
      )}
    </div>
  )
}
