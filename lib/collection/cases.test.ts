import { describe, expect, it } from 'vitest'
import type { PictureRef, Raw } from './field.ts'
import { blocking, type DraftContent, readDraft } from './parse.ts'
import { whereToCollect } from './rules/scope-principle.ts'
import type { ListName, StepId } from './step.ts'

// The rows of the specification's cases that a draft alone decides, by their numbers; the clock stands at 2026-07-01.

type Form = Readonly<Record<string, string | readonly string[]>>
const form = (values: Form): Raw =>
  Object.fromEntries(Object.entries(values).map(([k, v]) => [k, [v].flat()]))
const month = (name: string, value: string) => {
  const [year = '', m = ''] = value.split('-')
  return { [`${name}.year`]: year, [`${name}.month`]: m }
}
const picture: PictureRef = {
  documentId: 'd',
  digest: 'd',
  width: 800,
  height: 600,
  bytes: 90_000,
  flags: [],
}

const SCOPE: Form = {
  applicantCategory: 'employed',
  hasQualification: 'yes',
  collectionDivisionCode: '410105',
}
const SCHOOL: Form = {
  ftSchool: '中原示例大学',
  ftMajor: '会计学',
  ...month('ftGradDate', '2012-07'),
  ftProofKind: 'certificate',
}
const EDUCATION: Form = { ftEducation: '21', ...SCHOOL, ftDegree: '4', ptEducation: '00' }
const UNIT: Form = {
  unitName: '河南示例有限公司',
  uscc: '91410105MA0FARM09Y',
  unitNature: 'private',
  industry: 'C',
  unitAddress: '金水区示例路 1 号',
  accountingPost: ['cashier'],
  administrativePost: 'none',
}
const CERTIFICATES: Form = {
  appointedTitle: 'none',
  abacusLevel: 'none',
  cpa: 'none',
  taxAdviser: 'none',
  appraiser: 'none',
}
const EMPLOYMENT: Form = {
  postStatus: 'accounting',
  ...UNIT,
  ...month('accountingStartDate', '2012-07'),
  ...CERTIFICATES,
}
const INTERMEDIATE: Form = {
  series: 'accounting',
  level: 'intermediate',
  obtainMethod: 'exam',
  'obtainDate.year': '2014',
  'obtainDate.month': '9',
  'obtainDate.day': '10',
  certNo: 'X996',
  issuer: '河南省示例机关',
}
const TALENT: Form = { talentType: 'leading', ...month('selectedDate', '2020-05') }

interface Changes {
  readonly steps?: Partial<Record<StepId, Form>>
  readonly entries?: readonly (readonly [ListName, Form])[]
  readonly without?: readonly string[]
  readonly idNumber?: string
}

/** A draft that may be submitted, with these changes. */
function read({
  steps = {},
  entries = [['qualifications', INTERMEDIATE]],
  without = [],
  idNumber,
}: Changes = {}) {
  const all = {
    scope: SCOPE,
    personal: { ethnicity: '01', politicalStatus: '13' },
    education: EDUCATION,
    employment: EMPLOYMENT,
  }
  const slots = ['ftEducationFile', 'ftDegreeFile', 'ptEducationFile'].filter(
    (slot) => !without.includes(slot),
  )
  const draft: DraftContent = {
    steps: Object.fromEntries(Object.entries({ ...all, ...steps }).map(([id, values]) => [id, form(values)])),
    entries: entries.map(([list, values], at) => ({ id: `e${at}`, list, raw: form(values) })),
    pictures: {
      personal: { photo: picture },
      education: Object.fromEntries(slots.map((slot) => [slot, picture])),
      employment: { appointmentFile: picture },
      ...Object.fromEntries(entries.map((_, at) => [`e${at}`, { file: picture }])),
    },
  }
  const person = {
    name: '李晓明',
    idType: '111',
    idNumber: idNumber ?? '410105199001019999',
    mobile: '13800000001',
  }
  return readDraft(draft, {
    today: '2026-07-01',
    person,
    offices: [{ value: '410105', label: '金水区财政局' }],
  })
}

/** What refuses: key → sentence. */
const refused = (changes?: Changes) =>
  Object.fromEntries(
    blocking(read(changes).issues).map((i) => [[i.part, i.field].filter(Boolean).join('.'), i.message]),
  )
const ACCEPT = {}
const education = (values: Form, without: string[] = []): Changes => ({
  steps: { education: values },
  without,
})
const employment = (values: Form): Changes => ({ steps: { employment: { ...EMPLOYMENT, ...values } } })
const omit = (values: Form, ...names: string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

it('accepts the draft that the cases vary', () => {
  expect(refused()).toEqual(ACCEPT)
})

describe('identity', () => {
  it('1: birth date and sex follow from the number', () => {
    expect(read().dossier.personal).toMatchObject({ birthDate: '1990-01-01', sex: '1' })
  })

  it.each([
    [4, '41030219880607997x'],
    [5, '412721197203159987'],
  ])('%i: %s is accepted', (_, idNumber) => {
    expect(refused({ idNumber })).toEqual(ACCEPT)
  })

  it.each([
    [8, '410105199001019990', '身份证号码校验位不正确'],
    [10, '410105199002309998', '出生日期不存在'],
    [13, '41010519900101999', '17 位'],
    [13, '410105900101999', '18 位'],
  ])('%i: %s is refused', (_, idNumber, words) => {
    expect(refused({ idNumber })['personal.idNumber']).toContain(words)
  })

  it('16: a posted sex is ignored', () => {
    const personal = { ethnicity: '01', politicalStatus: '13', sex: '2' }
    expect(read({ steps: { personal } }).dossier.personal.sex).toBe('1')
  })
})

describe('scope', () => {
  it.each([
    [22, SCOPE, { principle: 'J1' }],
    [
      25,
      { ...SCOPE, applicantCategory: 'unemployed', hasQualification: 'no', residenceAddress: '示例路' },
      { stop: 'J5' },
    ],
    [
      27,
      { ...SCOPE, applicantCategory: 'student', hasWorkExperience: 'no', schoolName: '示例学院' },
      { stop: 'J4' },
    ],
  ])('%i', (_, scope, place) => {
    expect(whereToCollect(read({ steps: { scope } }).dossier.scope)).toEqual(place)
  })
})

describe('education', () => {
  it('40: a bachelor with a certificate, no part-time education', () => {
    expect(refused(education(EDUCATION))).toEqual(ACCEPT)
  })

  it('41: without the diploma’s picture only the submission stops', () => {
    const issues = blocking(read(education(EDUCATION, ['ftEducationFile'])).issues)
    expect(issues.map((i) => [i.field, i.when])).toEqual([['ftEducationFile', 'submit']])
  })

  it('42: nothing to prove for 初中及以下', () => {
    expect(
      refused(education({ ftEducation: '70', ptEducation: '00' }, ['ftEducationFile', 'ftDegreeFile'])),
    ).toEqual(ACCEPT)
  })

  it('43: what hangs on part-time education is cleared', () => {
    const changes = education({ ...EDUCATION, ptSchool: '示例学院', ...month('ptGradDate', '2015-07') })
    expect(refused(changes)).toEqual(ACCEPT)
    expect(Object.keys(read(changes).dossier.education).filter((name) => name.startsWith('pt'))).toEqual([
      'ptEducation',
    ])
  })

  it('45: still studying', () => {
    const message = refused(education({ ...EDUCATION, ...month('ftGradDate', '2027-06') }))[
      'education.ftGradDate'
    ]
    expect(message).toContain('没有拿到毕业证的不算')
  })
})

describe('work', () => {
  it('46: all unit fields', () => {
    expect(refused(employment(UNIT))).toEqual(ACCEPT)
  })

  it('48: a wrong check character', () => {
    expect(refused(employment({ uscc: '91410105MA0FARM090' }))['employment.uscc']).toContain(
      '统一社会信用代码校验码不正确',
    )
  })

  it.each(['uscc', 'unitName'])('52: without %s', (name) => {
    expect(Object.keys(refused({ steps: { employment: omit(EMPLOYMENT, name) } }))).toEqual([
      `employment.${name}`,
    ])
  })

  it('52: 待业 clears the unit', () => {
    const scope = { ...SCOPE, applicantCategory: 'unemployed', residenceAddress: '示例路 1 号' }
    const changes: Changes = {
      steps: { scope, employment: { ...EMPLOYMENT, postStatus: 'none', appointedTitle: 'senior' } },
    }
    expect(refused(changes)).toEqual(ACCEPT)
    const kept = read(changes).dossier.employment
    expect(Object.keys(UNIT).filter((name) => Object.hasOwn(kept, name))).toEqual([])
    expect(kept.appointedTitle).toBe('none')
  })

  it.each([
    ['2012-06', false],
    ['2012-07', true],
  ])('53: graduated 2012-07, started %s', (start, accepted) => {
    const message = refused(employment(month('accountingStartDate', start)))['employment.accountingStartDate']
    if (accepted) expect(message).toBeUndefined()
    else expect(message).toContain('会计从事时间不得早于全日制学历（学位）获取时间')
  })

  it.each([
    ['2016-07', '10', true],
    ['2016-07', '11', false],
    ['2016-08', '9', true],
    ['2016-08', '10', false],
    ['2016-07', '-1', false],
    ['2016-07', '2.5', false],
  ])('54: since %s, %s years', (start, accountingYears, accepted) => {
    const keys = Object.keys(refused(employment({ ...month('accountingStartDate', start), accountingYears })))
    expect(keys).toEqual(accepted ? [] : ['employment.accountingYears'])
  })

  const appointed = {
    appointedTitle: 'accountant',
    'appointmentDate.year': '2015',
    'appointmentDate.month': '1',
    'appointmentDate.day': '5',
  }
  it.each([
    ['no entry', { ...SCOPE, applicantCategory: 'employed', hasQualification: 'no' }, [], false],
    ['a 中级 entry', SCOPE, [['qualifications', INTERMEDIATE] as const], true],
    ['only 初级', SCOPE, [['qualifications', { ...INTERMEDIATE, level: 'junior' }] as const], false],
  ])('55: appointed 会计师 with %s', (_, scope, entries, accepted) => {
    const changes: Changes = { steps: { scope, employment: { ...EMPLOYMENT, ...appointed } }, entries }
    const issues = blocking(read(changes).issues)
    expect(issues.map((i) => `${i.when} ${i.part}.${i.field}`)).toEqual(
      accepted ? [] : ['submit employment.appointedTitle'],
    )
    if (!accepted) expect(issues[0]?.see).toEqual({ part: 'qualifications' })
  })

  it.each([
    [{ abacusLevel: 'none' }, []],
    [{ abacusLevel: 'ordinary1' }, ['employment.abacusCertNo']],
    [{ taxAdviser: 'held', taxAdviserCertNo: '0000TEST01' }, []],
    [{ taxAdviser: 'held' }, ['employment.taxAdviserCertNo']],
  ])('56: %j', (values, keys) => {
    expect(Object.keys(refused(employment(values)))).toEqual(keys)
  })
})

describe('talents', () => {
  it.each([
    ['international', {}, []],
    ['leading', { leaderCategory: 'enterprise' }, ['talents.leaderLevel']],
    ['leading', { leaderLevel: 'national', leaderCategory: 'enterprise' }, []],
    ['other', {}, ['talents.leaderLevel', 'talents.leaderCategory']],
  ])('57: %s with %j', (talentType, values, keys) => {
    const entries: Changes['entries'] = [
      ['qualifications', INTERMEDIATE],
      ['talents', { ...TALENT, talentType, ...values }],
    ]
    expect(Object.keys(refused({ entries }))).toEqual(keys)
  })
})
