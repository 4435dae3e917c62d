import { PROMISED_DAYS } from '#lib/working-days'
import type { Report } from './report.ts'
import { countText, shareText, spreadText } from './words.ts'

/** One sentence above each chart: what it shows. */
export interface Findings {
  readonly groups: string
  readonly weeks: string
  readonly lasting: string
  readonly reasons: string
  readonly rates: string
  readonly waits: string
}

const rounded = (share: number) => `${Math.round(share * 100)}%`

function groupsFinding({ groups, all, province }: Report): string {
  const [first, ...rest] = groups
  if (!first || all.submitted === 0) return '这段时间没有提交'
  if (rest.length === 0 && province) {
    return `提交 ${countText(all.submitted)} 件，全省每个财政部门平均 ${countText(province.submitted)} 件`
  }
  const most = rest.reduce((a, b) => (b.submitted > a.submitted ? b : a), first)
  return `${most.name}提交最多，占 ${rounded(most.submitted / all.submitted)}`
}

function weeksFinding({ all }: Report): string {
  const decided = all.approved + all.returned
  const more = all.submitted - decided
  if (all.submitted + decided === 0) return '这段时间没有提交，也没有办结'
  if (more === 0) return '提交和办结一样多'
  return more > 0
    ? `提交比办结多 ${countText(more)} 件，积压在增加`
    : `办结比提交多 ${countText(-more)} 件，积压在减少`
}

function ratesFinding({ all, province }: Report): string {
  if (all.returnRate === undefined) return '这段时间没有办结'
  const beside = province ? `（全省 ${shareText(province.returnRate)}）` : ''
  const first = `首次审核退回 ${shareText(all.returnRate)}${beside}`
  return all.againRate === undefined
    ? `${first}，还没有再次审核的`
    : `${first}，改过再交的又退回 ${shareText(all.againRate)}`
}

/** How many of the most frequent reasons are named together. */
const TOP = 3

function reasonsFinding({ reasons }: Report): string {
  const [first] = reasons
  if (!first) return '这段时间没有退回'
  const third = reasons[TOP - 1]
  return third && reasons.length > TOP
    ? `前三项合计占 ${rounded(third.upTo)}；一件可以有几个原因`
    : `最多的是${first.text}`
}

/** What the figures of a report come to. */
export const findingsOf = (report: Report): Findings => ({
  groups: groupsFinding(report),
  weeks: weeksFinding(report),
  lasting:
    report.kept === undefined
      ? '这段时间没有办结'
      : `${rounded(report.kept)} 在承诺的 ${PROMISED_DAYS} 个工作日内办结`,
  reasons: reasonsFinding(report),
  rates: ratesFinding(report),
  waits:
    report.all.median === undefined || report.all.eighty === undefined
      ? '这段时间没有办结'
      : spreadText(report.all.median, report.all.eighty),
})
