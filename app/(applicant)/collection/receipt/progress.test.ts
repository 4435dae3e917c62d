import { describe, expect, it } from 'vitest'
import { answerDays, COUNTED_AHEAD, progressOf, type Waiting, waitingText } from './progress.ts'

/** Monday 2026-11-23, 15:12 in Shanghai. */
const MONDAY = new Date('2026-11-23T07:12:00Z')
const WAITING: Waiting = {
  submittedAt: MONDAY,
  submissions: 1,
  office: '金水区财政局',
  claim: undefined,
  ahead: 11,
}
const texts = (waiting: Partial<Waiting>) => progressOf({ ...WAITING, ...waiting }).map((event) => event.text)

describe('the progress of a submitted application', () => {
  it('goes from the submission over the waiting to the decision', () => {
    expect(progressOf(WAITING)).toEqual([
      { tone: 'done', text: '提交', when: '11 月 23 日（周一）15:12', by: '本人' },
      { tone: 'cur', text: '等待审核', when: '金水区财政局', by: '前面还有 11 件' },
      { tone: 'todo', text: '审核结果', when: '预计 11 月 26 日前', by: '3 个工作日内' },
    ])
  })

  it('names the office and the time of a claim, not the reviewer', () => {
    const claim = { holder: 'reviewer-id', since: new Date('2026-11-24T01:30:00Z'), until: MONDAY }
    const events = progressOf({ ...WAITING, claim })
    expect(events[1]).toEqual({
      tone: 'cur',
      text: '正在审核',
      when: '11 月 24 日 09:30 开始',
      by: '金水区财政局',
    })
    expect(JSON.stringify(events)).not.toContain('reviewer-id')
  })

  it('counts the rounds', () => {
    expect(texts({ submissions: 1 })[0]).toBe('提交')
    expect(texts({ submissions: 3 })[0]).toBe('第 3 次提交')
  })

  it.each([
    [0, '前面没有等待的申请'],
    [1, '前面还有 1 件'],
    [COUNTED_AHEAD - 1, '前面还有 199 件'],
    [COUNTED_AHEAD, '前面还有 200 件以上'],
  ])('with %i ahead', (ahead, by) => {
    expect(progressOf({ ...WAITING, ahead })[1]?.by).toBe(by)
  })
})

describe('the days of an answer (D15)', () => {
  it.each([
    ['a Monday', '2026-11-23T07:12:00Z', '11 月 26 日', '11 月 30 日'],
    ['a Friday: the weekend does not count', '2026-11-27T07:12:00Z', '12 月 2 日', '12 月 4 日'],
    [
      'late on a Monday in London is Tuesday in Shanghai',
      '2026-11-23T16:30:00Z',
      '11 月 27 日',
      '12 月 1 日',
    ],
  ])('from %s', (_, at, by, overdue) => {
    expect(answerDays(new Date(at))).toEqual({ by, overdue })
  })
})

describe('how long the office takes', () => {
  it('is what it took of late', () => {
    const waits = { decisions: 132, since: '2026-11-03', median: 1, eighty: 3 }
    expect(waitingText('金水区财政局', waits)).toBe(
      '金水区财政局 11 月 3 日以来办结 132 件：一半 1 个工作日内办结，八成 3 个工作日内办结。',
    )
  })

  it('is not guessed from a few decisions', () => {
    expect(waitingText('金水区财政局', undefined)).toBe(
      '金水区财政局最近 90 天办结不到 20 件，还说不准实际要等多久。承诺 3 个工作日内答复。',
    )
  })
})
