import { dateText } from './collection/kinds/date.ts'
import type { ExamDeadline, ExamWindow, ReviewTime } from './exam.ts'

/** What is said of a deadline: a bold line, and sentences under it. */
export interface DeadlineWords {
  readonly title: string
  readonly sentences: readonly string[]
}

const windowText = ({ name, opens, closes, examDate, example }: ExamWindow): string =>
  `${name}报名${example ? '（示例）' : ''}：${dateText(opens)}至 ${dateText(closes)}${
    examDate ? `，考试从 ${dateText(examDate)}开始` : ''
  }。`

const reviewText = ({ days, measured }: ReviewTime, office: string): string =>
  measured
    ? `${office}近期八成的申请在 ${days} 个工作日内办结`
    : `${office}近期办结的件数少，按 ${days} 个工作日计算`

/** The one place where until when to submit is put into words. @param office the office in charge */
export function deadlineWords(deadline: ExamDeadline, office: string): DeadlineWords {
  const { window } = deadline
  if (deadline.state === 'closed') {
    return {
      title: `${window.name}的报名已于 ${dateText(window.closes)}截止`,
      sentences: ['下一次报名的时间公布后，会显示在这里。信息采集不受影响。'],
    }
  }
  const last = dateText(deadline.lastSafe)
  const review = reviewText(deadline.review, office)
  return deadline.state === 'late'
    ? {
        title: `可能来不及，请尽快提交并联系${office}`,
        sentences: [windowText(window), `${review}，${last}以后提交的，报名截止前不一定能办结。`],
      }
    : {
        title: `最晚请在 ${last}提交`,
        sentences: [windowText(window), `${review}，这一天提交的，一般在报名截止前办结。`],
      }
}

/** The same for everybody who has no office yet, on the start page; nothing where registration has closed. */
export function publicDeadline(deadline: ExamDeadline): string | undefined {
  if (deadline.state === 'closed') return undefined
  const { title } = deadlineWords(deadline, '财政局')
  return `${windowText(deadline.window)}${title}。`
}
