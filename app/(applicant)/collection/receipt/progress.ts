import type { TimelineEvent } from '#components/record/timeline'
import { formatShanghai, formatShanghaiWeekday, today } from '#lib/clock'
import type { Claim } from '#lib/collection/application'
import { LEAST_DECISIONS, LOOK_BACK_DAYS, type Waits } from '#lib/statistics/waiting'
import { spreadText } from '#lib/statistics/words'
import { addWorkingDays, OVERDUE_DAYS, PROMISED_DAYS } from '#lib/working-days'

/** So many waiting before are counted; more are told as more. */
export const COUNTED_AHEAD = 200

export interface Waiting {
  readonly submittedAt: Date
  /** How often it was submitted, this time included. */
  readonly submissions: number
  readonly office: string
  readonly claim: Claim | undefined
  /** Others that wait longer at the same office, counted to `COUNTED_AHEAD`. */
  readonly ahead: number
}

/** `11 月 26 日`: the receipt is read within the year. */
const dayText = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`

/** By when an answer is promised, and from when the applicant should telephone (D15). */
export function answerDays(submittedAt: Date): { by: string; overdue: string } {
  const day = today(submittedAt)
  return {
    by: dayText(addWorkingDays(day, PROMISED_DAYS)),
    overdue: dayText(addWorkingDays(day, OVERDUE_DAYS)),
  }
}

function aheadText(ahead: number): string {
  if (ahead === 0) return '前面没有等待的申请'
  return ahead >= COUNTED_AHEAD ? `前面还有 ${COUNTED_AHEAD} 件以上` : `前面还有 ${ahead} 件`
}

/** Submitted, waiting or in somebody's hands, decision: each with time and office, never a reviewer's name. */
export function progressOf({ submittedAt, submissions, office, claim, ahead }: Waiting): TimelineEvent[] {
  return [
    {
      tone: 'done',
      text: submissions > 1 ? `第 ${submissions} 次提交` : '提交',
      when: formatShanghaiWeekday(submittedAt),
      by: '本人',
    },
    claim
      ? { tone: 'cur', text: '正在审核', when: `${formatShanghai(claim.since)} 开始`, by: office }
      : { tone: 'cur', text: '等待审核', when: office, by: aheadText(ahead) },
    {
      tone: 'todo',
      text: '审核结果',
      when: `预计 ${answerDays(submittedAt).by}前`,
      by: `${PROMISED_DAYS} 个工作日内`,
    },
  ]
}

/** How long this office has really taken of late; when too little is known, that, and what is promised. */
export function waitingText(office: string, waits: Waits | undefined): string {
  if (!waits) {
    return `${office}最近 ${LOOK_BACK_DAYS} 天办结不到 ${LEAST_DECISIONS} 件，还说不准实际要等多久。承诺 ${PROMISED_DAYS} 个工作日内答复。`
  }
  const { decisions, since, median, eighty } = waits
  return `${office} ${dayText(since)}以来办结 ${decisions} 件：${spreadText(median, eighty)}。`
}
