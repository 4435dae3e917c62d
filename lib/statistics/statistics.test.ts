import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Counted } from './counted.ts'
import { mondayOf, weeksOf } from './days.ts'
import { figuresBy, figuresOf } from './figures.ts'
import { findingsOf } from './findings.ts'
import { lastingOf } from './lasting.ts'
import { MOST_WEEKS, readPeriod } from './period.ts'
import { eighty, histogramOf, median, shareWithin, within } from './quantile.ts'
import { rankReasons, reasonNames } from './reasons.ts'
import { reportOf } from './report.ts'
import { sheetsOf } from './tables.ts'
import { LAST_DECISIONS, LEAST_DECISIONS, waitsOf } from './waiting.ts'
import { byWeek } from './weeks.ts'
import { countText, daysText, shareText, spreadText } from './words.ts'

const of = (...days: number[]) => histogramOf(days.map((d) => ({ days: d, n: 1 })))

describe('quantiles of working days', () => {
  test.each([
    ['nothing', [], undefined, undefined],
    ['one', [3], 3, 3],
    ['an even number: the lower of the two middle ones', [1, 2, 3, 4], 2, 4],
    ['five: eight in ten are four of them', [0, 1, 2, 3, 9], 2, 3],
    ['ten', [0, 0, 1, 1, 1, 2, 2, 3, 4, 60], 1, 3],
  ] as const)('%s', (_, days, half, most) => {
    expect(median(of(...days))).toBe(half)
    expect(eighty(of(...days))).toBe(most)
  })

  it('says the least number of days that covers the share, whatever the days are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 1 }),
        fc.constantFrom(0.01, 0.5, 0.8, 1),
        (days, share) => {
          const found = within(of(...days), share) ?? -1
          const covered = (limit: number) => days.filter((d) => d <= limit).length
          expect(covered(found)).toBeGreaterThanOrEqual(share * days.length)
          expect(covered(found - 1)).toBeLessThan(share * days.length)
        },
      ),
    )
  })

  test.each([
    [[], 3, undefined],
    [[0, 3, 4, 9], 3, 0.5],
    [[4], 3, 0],
  ] as const)('of %o within %i', (days, limit, share) => expect(shareWithin(of(...days), limit)).toBe(share))
})

describe('the period of an address', () => {
  // A Friday.
  const TODAY = '2026-07-10'
  test.each([
    ['nothing: 13 weeks, this one among them', undefined, undefined, '2026-04-13', TODAY, undefined],
    ['blanks', '', '', '2026-04-13', TODAY, undefined],
    ['whole weeks', '2026-06-22', '2026-07-05', '2026-06-22', '2026-07-05', undefined],
    ['days within weeks', '2026-06-24', '2026-07-01', '2026-06-22', '2026-07-05', undefined],
    ['today', TODAY, TODAY, '2026-07-06', TODAY, undefined],
    ['into the future', '2026-07-01', '2027-01-01', '2026-06-29', TODAY, undefined],
    ['an end alone', undefined, '2026-06-30', '2026-04-06', '2026-07-05', undefined],
    ['turned', '2026-07-06', '2026-07-05', '2026-04-13', TODAY, 'turned'],
    ['turned within a week', '2026-07-08', '2026-07-07', '2026-04-13', TODAY, 'turned'],
    ['tomorrow', '2026-07-11', undefined, '2026-04-13', TODAY, 'turned'],
    ['no day', '2026-02-30', undefined, '2026-04-13', TODAY, 'unreadable'],
    ['no date', 'yesterday', undefined, '2026-04-13', TODAY, 'unreadable'],
    ['53 weeks', '2025-07-07', TODAY, '2025-07-07', TODAY, undefined],
    ['54 weeks', '2025-07-06', TODAY, '2025-07-07', TODAY, 'cut'],
  ] as const)('%s', (_, from, to, start, end, mended) => {
    expect(readPeriod(from, to, TODAY)).toEqual({ from: start, to: end, ...(mended ? { mended } : {}) })
  })

  it('is never longer than what is added up at a time', () => {
    expect(weeksOf(readPeriod('0001-01-01', TODAY, TODAY))).toHaveLength(MOST_WEEKS)
  })
})

describe('weeks', () => {
  test.each([
    ['2026-07-06', '2026-07-06'],
    ['2026-07-12', '2026-07-06'],
    ['2026-07-13', '2026-07-13'],
    ['2027-01-01', '2026-12-28'],
  ])('%s belongs to the week of %s', (day, monday) => expect(mondayOf(day)).toBe(monday))

  it('are all there, also those in which nothing was', () => {
    const period = { from: '2026-07-06', to: '2026-07-21' }
    const counts = [
      { week: '2026-07-06', what: 'submit', n: 2 },
      { week: '2026-07-06', what: 'approve', n: 1 },
      { week: '2026-07-20', what: 'return', n: 4 },
      { week: '2026-07-20', what: 'approve', n: 1 },
    ] as const
    expect(byWeek(counts, period)).toEqual([
      { from: '2026-07-06', submitted: 2, decided: 1 },
      { from: '2026-07-13', submitted: 0, decided: 0 },
      { from: '2026-07-20', submitted: 0, decided: 5 },
    ])
  })
})

const row = (what: Counted['what'], n: number, more: Partial<Counted> = {}): Counted => ({
  officeId: 'a',
  round: 1,
  waited: 0,
  spent: 0,
  what,
  n,
  ...more,
})
const ROWS = [
  row('submit', 10),
  row('approve', 6, { waited: 1, spent: 1 }),
  row('return', 2, { waited: 4, spent: 4 }),
  row('approve', 1, { round: 2, waited: 2, spent: 6 }),
  row('return', 1, { round: 2, waited: 9, spent: 13 }),
  row('submit', 5, { officeId: 'b' }),
]

describe('figures', () => {
  it('part the first round from the later ones', () => {
    expect(figuresOf(ROWS)).toMatchObject({
      submitted: 15,
      approved: 7,
      returned: 3,
      returnRate: 2 / 8,
      againRate: 1 / 2,
      median: 1,
      eighty: 4,
      spent: 1,
    })
  })

  it('leave open what could not be measured', () => {
    const { returnRate, againRate, median: half, spent } = figuresOf([row('submit', 1)])
    expect([returnRate, againRate, half, spent]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('of groups hold their offices and no others', () => {
    const groups = [
      { id: 'b', name: 'B', officeIds: ['b'] },
      { id: 'c', name: 'C', officeIds: ['c'] },
      { id: 'ab', name: 'AB', officeIds: ['a', 'b'] },
    ]
    expect(figuresBy(ROWS, groups).map((g) => [g.name, g.submitted, g.returned])).toEqual([
      ['B', 5, 0],
      ['C', 0, 0],
      ['AB', 15, 3],
    ])
  })
})

test('how long it took is told up to the limit, the rest together, and all add up', () => {
  const lasting = lastingOf(of(0, 0, 3, 4, 5, 6, 60))
  expect(lasting.map(({ text, n, late }) => [text, n, late])).toEqual([
    ['当天', 2, false],
    ['1', 0, false],
    ['2', 0, false],
    ['3', 1, false],
    ['4', 1, true],
    ['5', 1, true],
    ['>5', 2, true],
  ])
  expect(lasting.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
})

describe('reasons', () => {
  const version = (code: string, title: string, officeId = '', n = 1) => ({
    officeId,
    code,
    version: n,
    title,
    text: '',
    fields: [],
    createdAt: new Date(0),
    retiredAt: undefined,
  })
  const nameOf = reasonNames(
    [
      version('RR01', 'old'),
      version('RR01', '照片不合格', '', 2),
      version('RR02', '照片模糊'),
      version('OW01', '缺公章', 'a'),
      version('OW01', '缺工牌', 'b'),
    ],
    (id) => id.toUpperCase(),
  )
  const given = (code: string, n: number, officeId = 'a') => ({ officeId, code, n })

  it('come the most frequent first, with their share so far', () => {
    const ranked = rankReasons(
      [given('', 1), given('RR02', 2), given('RR01', 4), given('RR01', 1, 'b'), given('RR77', 2)],
      nameOf,
    )
    expect(ranked.map(({ text, n, upTo }) => [text, n, upTo])).toEqual([
      ['照片不合格', 5, 0.5],
      ['照片模糊', 2, 0.7],
      ['RR77', 2, 0.9],
      ['只写了批注', 1, 1],
    ])
  })

  it('of two offices are not mixed where both use a code of their own', () => {
    const ranked = rankReasons([given('OW01', 1), given('OW01', 2, 'b')], nameOf)
    expect(ranked.map(({ text, n }) => [text, n])).toEqual([
      ['缺工牌（B）', 2],
      ['缺公章（A）', 1],
    ])
  })
})

describe('what an applicant is told of the office', () => {
  const week = (n: number, waited: number, monday = '2026-06-29') => ({ week: monday, waited, n })
  it('is nothing while it has decided too little', () => {
    expect(waitsOf([])).toBeUndefined()
    expect(waitsOf([week(LEAST_DECISIONS - 1, 2)])).toBeUndefined()
    expect(waitsOf([week(LEAST_DECISIONS, 2)])).toEqual({
      decisions: LEAST_DECISIONS,
      since: '2026-06-29',
      median: 2,
      eighty: 2,
    })
  })

  it('looks at the latest decisions by whole weeks and at no older ones', () => {
    const rows = [
      week(LAST_DECISIONS - 1, 1, '2026-07-13'),
      week(5, 2, '2026-07-06'),
      week(5, 3, '2026-07-06'),
      week(9999, 50, '2026-06-29'),
    ]
    expect(waitsOf(rows)).toEqual({
      decisions: LAST_DECISIONS + 9,
      since: '2026-07-06',
      median: 1,
      eighty: 1,
    })
  })
})

test('words', () => {
  expect([0, 999, 1284].map(countText)).toEqual(['0', '999', '1,284'])
  expect([undefined, 0, 0.0744, 1].map(shareText)).toEqual(['–', '0%', '7.4%', '100%'])
  expect([undefined, 0, 2].map(daysText)).toEqual(['–', '当天', '2 个工作日'])
  expect(spreadText(0, 2)).toBe('一半当天办结，八成 2 个工作日内办结')
  expect(spreadText(2, 2)).toBe('八成 2 个工作日内办结')
})

describe('the report', () => {
  const groups = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase(), officeIds: [id] }))
  const period = { from: '2026-06-29', to: '2026-07-31' }
  const report = reportOf(
    { counted: ROWS, weeks: [], reasons: [{ officeId: 'a', code: 'RR01', n: 3 }] },
    period,
    { offices: groups, groups },
    ({ code }) => ({ key: code, text: code }),
  )

  it('finds what its figures say', () => {
    expect(findingsOf(report)).toEqual({
      groups: 'A提交最多，占 67%',
      weeks: '提交比办结多 5 件，积压在增加',
      lasting: '70% 在承诺的 3 个工作日内办结',
      reasons: '最多的是RR01',
      rates: '首次审核退回 25.0%，改过再交的又退回 50.0%',
      waits: '一半 1 个工作日内办结，八成 4 个工作日内办结',
    })
  })

  it('is set beside an office of the province on average, where less is looked at', () => {
    const [whole, office] = [undefined, { counted: ROWS, offices: 4 }].map((province) =>
      reportOf(
        { counted: ROWS.filter((r) => r.officeId === 'a'), weeks: [], reasons: [], province },
        period,
        { offices: groups.slice(0, 1), groups: groups.slice(0, 1) },
        ({ code }) => ({ key: code, text: code }),
      ),
    )
    if (!whole || !office) throw new Error('no report')
    expect(whole.province).toBeUndefined()
    expect(JSON.stringify(sheetsOf(whole, { area: 'A', madeAt: '' }))).not.toContain('全省平均')
    // 15 submissions, 7 approvals and 3 returns of four offices; rates and times of all of them.
    const all = figuresOf(ROWS)
    expect(office.province).toEqual({ ...all, submitted: 3.8, approved: 1.8, returned: 0.8 })
    const [about, offices] = sheetsOf(office, { area: 'A', madeAt: '' })
    expect(about?.rows.map(([name]) => name)).toContain('全省平均')
    expect(offices?.rows.map((cells) => cells.slice(0, 5)).at(-1)).toEqual(['全省平均', 3.8, 1.8, 0.8, 0.25])
    expect(findingsOf(office).groups).toBe('提交 10 件，全省每个财政部门平均 3.8 件')
    expect(findingsOf(office).rates).toBe('首次审核退回 25.0%（全省 25.0%），改过再交的又退回 50.0%')
  })

  it('finds nothing where there is nothing', () => {
    const none = reportOf(
      { counted: [], weeks: [], reasons: [] },
      period,
      { offices: groups, groups },
      ({ code }) => ({ key: code, text: code }),
    )
    for (const text of Object.values(findingsOf(none))) expect(text).toMatch(/^这段时间没有/)
  })

  it('gives the workbook the same figures', () => {
    const [, offices] = sheetsOf(report, { area: '全省', madeAt: '2026-07-31 09:00' })
    expect(offices?.rows.map((cells) => cells.slice(0, 5))).toEqual([
      ['A', 10, 7, 3, 0.25],
      ['B', 5, 0, 0, ''],
      ['合计', 15, 7, 3, 0.25],
    ])
  })
})
