import { describe, expect, it } from 'vitest'
import { boundsOf } from './bounds.ts'
import { addMonths } from './checks/months.ts'
import { APPLICANT_CATEGORY, APPOINTED_TITLE, LEVEL, POST_STATUS } from './codes/local.ts'
import type { Answers } from './field.ts'
import type { Dossier, Rule } from './rule.ts'
import { accountingStart, startLimits } from './rules/accounting-start.ts'
import { accountingYears, longestYears } from './rules/accounting-years.ts'
import { appointmentDate, qualifiedSince } from './rules/appointment-date.ts'
import { graduationDates } from './rules/graduation-dates.ts'
import { penaltyDates } from './rules/penalty-dates.ts'
import { postStatus } from './rules/post-status.ts'
import { qualificationEntry } from './rules/qualification-entry.ts'
import { EMPTY, entriesOf, FACTS, issuesOf } from './rules/testing.ts'
import { titleQualification } from './rules/title-qualification.ts'
import type { PartId } from './step.ts'
import { partOf } from './steps/index.ts'

type Given = Partial<Dossier>
const bound = (part: PartId, field: string, given: Given, today = FACTS.today) =>
  boundsOf({ ...EMPTY, ...given }, { ...FACTS, today }, part)[field]
const accountant = (level: string, obtainDate = '2014-09-10') => ({ series: 'accounting', level, obtainDate })
const graduated = (ftGradDate: string) => ({ education: { ftGradDate } })
const born = (birthDate: string) => ({ personal: { birthDate } })
const since = (accountingStartDate: string) => ({ employment: { accountingStartDate } })

describe('what is said at a field', () => {
  it.each<[string, string, Given, string | undefined]>([
    ['postStatus', 'no category', {}, undefined],
    [
      'postStatus',
      'employed',
      { scope: { applicantCategory: 'employed' } },
      '应选“在会计岗工作”，因您的采集身份是“在职会计人员”。',
    ],
    ['accountingStartDate', 'nothing known', {}, undefined],
    ['accountingStartDate', 'graduated', graduated('2014-07'), '最早 2014 年 7 月，因您那时全日制毕业。'],
    ['accountingStartDate', 'born', born('1992-03-15'), '最早 2008 年 3 月，因您那时满 16 周岁。'],
    [
      'accountingStartDate',
      'graduated after sixteen',
      { ...graduated('2014-07'), ...born('1992-03-15') },
      '最早 2014 年 7 月，因您那时全日制毕业。',
    ],
    [
      'accountingStartDate',
      'graduated before sixteen',
      { ...graduated('2006-07'), ...born('1992-03-15') },
      '最早 2008 年 3 月，因您那时满 16 周岁。',
    ],
    ['accountingYears', 'no start', {}, undefined],
    [
      'accountingYears',
      'seven years',
      since('2019-03'),
      '最多 7 年，因您从 2019 年 3 月开始；留空按 7 年计。',
    ],
    [
      'accountingYears',
      'this month',
      since('2026-07'),
      '最多 0 年，因您从 2026 年 7 月开始；留空按 0 年计。',
    ],
    ['appointedTitle', 'no qualification', {}, undefined],
    [
      'appointedTitle',
      'of another series',
      { qualifications: entriesOf({ series: 'audit', level: 'senior' }) },
      undefined,
    ],
    [
      'appointedTitle',
      'two levels',
      { qualifications: entriesOf(accountant('junior'), accountant('intermediate')) },
      '最高可选“会计师”，因您填的会计资格最高是中级。',
    ],
    [
      'appointedTitle',
      'where another certificate may count',
      { employment: { cpa: 'held' }, qualifications: entriesOf(accountant('junior')) },
      undefined,
    ],
    ['appointmentDate', 'no title', { qualifications: entriesOf(accountant('intermediate')) }, undefined],
    [
      'appointmentDate',
      'the title needs it',
      {
        employment: { appointedTitle: 'accountant' },
        qualifications: entriesOf(accountant('junior', '2010-05-20'), accountant('intermediate')),
      },
      '最早 2014 年 9 月 10 日，因您那天取得对应的会计资格。',
    ],
    [
      'appointmentDate',
      'too low for the title',
      { employment: { appointedTitle: 'senior' }, qualifications: entriesOf(accountant('junior')) },
      undefined,
    ],
  ])('%s: %s', (field, _, given, sentence) => {
    expect(bound('employment', field, given)).toBe(sentence)
  })

  it.each([
    ['no', '不能选“会计”，因您在“采集身份”里选了没有会计专业技术资格。'],
    ['yes', undefined],
    [undefined, undefined],
  ])('series, qualification %s', (hasQualification, sentence) => {
    expect(bound('qualifications', 'series', { scope: { hasQualification } })).toBe(sentence)
  })

  it('is nothing on the other pages', () => {
    const given = { ...since('2019-03'), scope: { hasQualification: 'no' } }
    for (const part of ['scope', 'personal', 'education', 'remarks'] as const)
      expect(boundsOf({ ...EMPTY, ...given }, FACTS, part)).toEqual({})
  })
})

describe('before anything is saved the rule stands at the field in words, with its source', () => {
  const qualifications = entriesOf(accountant('intermediate', '2014-09-10'))
  const entry = (answers: Answers) => ({ penalties: entriesOf(answers) })
  it.each<[Rule, PartId, string, string, Given]>([
    [
      accountingYears,
      'employment',
      'accountingYears',
      '会计从事时间',
      { employment: { accountingStartDate: '2019-03', accountingYears: 9 } },
    ],
    [
      titleQualification,
      'employment',
      'appointedTitle',
      '会计资格',
      { employment: { appointedTitle: 'accountant' } },
    ],
    [
      appointmentDate,
      'employment',
      'appointmentDate',
      '会计资格',
      { employment: { appointedTitle: 'accountant', appointmentDate: '2010-01-01' }, qualifications },
    ],
    [
      graduationDates,
      'education',
      'ftGradDate',
      '入学时间',
      { education: { ftEnrollDate: '2019-09', ftGradDate: '2015-07' } },
    ],
    [
      graduationDates,
      'education',
      'ptGradDate',
      '入学时间',
      { education: { ptEnrollDate: '2019-09', ptGradDate: '2015-07' } },
    ],
    [
      penaltyDates,
      'penalties',
      'endDate',
      '决定日期',
      entry({ kind: 'warning', decisionDate: '2019-09-01', endDate: '2019-08-01' }),
    ],
  ])('%#: %s', (rule, part, field, other, given) => {
    // The rule speaks at this field because of another one, which the person may not have saved yet.
    expect(issuesOf(rule, given).map((issue) => issue.field)).toContain(field)
    expect(boundsOf(EMPTY, FACTS, part)[field]).toBeUndefined()
    const definition = partOf(part).fields[field]
    expect(definition?.hint).toContain(other)
    expect(definition?.source?.slice(0, 6)).toBe(rule.source.slice(0, 6))
  })
})

describe('the rule begins to refuse where the bound ends', () => {
  const refuses = (rule: Rule, given: Given) => issuesOf(rule, given).some((i) => i.level === 'error')

  it.each([graduated('2014-07'), born('1992-03-15')])('start: %j', (given) => {
    const { graduated: a, grown: b } = startLimits({ ...EMPTY, ...given })
    const first = a ?? b ?? ''
    expect(bound('employment', 'accountingStartDate', given)).toContain(`${Number(first.slice(0, 4))} 年`)
    expect(refuses(accountingStart, { ...given, ...since(first) })).toBe(false)
    expect(refuses(accountingStart, { ...given, ...since(addMonths(first, -1)) })).toBe(true)
  })

  it.each(['2019-03', '2019-07', '2019-08', '2026-07'])('years since %s', (start) => {
    const longest = longestYears(start, FACTS.today)
    expect(bound('employment', 'accountingYears', since(start))).toContain(`最多 ${longest} 年`)
    const claiming = (years: number) => ({
      employment: { accountingStartDate: start, accountingYears: years },
    })
    expect(refuses(accountingYears, claiming(longest))).toBe(false)
    expect(refuses(accountingYears, claiming(longest + 1))).toBe(true)
  })

  it.each(LEVEL.map((o) => o.value))('title with %s', (level) => {
    const qualifications = entriesOf(accountant(level))
    const titles = APPOINTED_TITLE.filter((o) => o.value !== 'none')
    const allowed = titles.filter(
      (o) => !refuses(titleQualification, { employment: { appointedTitle: o.value }, qualifications }),
    )
    expect(bound('employment', 'appointedTitle', { qualifications })).toContain(`“${allowed.at(-1)?.label}”`)
    expect(allowed).toEqual(titles.slice(0, allowed.length))
  })

  it('appointment', () => {
    const qualifications = entriesOf(accountant('intermediate', '2014-09-10'))
    const appointed = (day: string) => ({
      employment: { appointedTitle: 'accountant', appointmentDate: day },
      qualifications,
    })
    expect(qualifiedSince({ ...EMPTY, ...appointed('2020-01-01') })).toBe('2014-09-10')
    expect(refuses(appointmentDate, appointed('2014-09-10'))).toBe(false)
    expect(refuses(appointmentDate, appointed('2014-09-09'))).toBe(true)
  })

  it.each(APPLICANT_CATEGORY.map((o) => o.value))('post status of %s', (applicantCategory) => {
    const scope = { applicantCategory }
    const passing = POST_STATUS.filter(
      (o) => !refuses(postStatus, { scope, employment: { postStatus: o.value } }),
    )
    expect(passing).toHaveLength(1)
    expect(bound('employment', 'postStatus', { scope })).toContain(`应选“${passing[0]?.label}”`)
  })

  it.each(['yes', 'no'])('an accounting entry with qualification %s', (hasQualification) => {
    const given = { scope: { hasQualification }, qualifications: entriesOf(accountant('junior')) }
    const said = bound('qualifications', 'series', given) !== undefined
    expect(refuses(qualificationEntry, given)).toBe(said)
  })
})
