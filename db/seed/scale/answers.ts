import { readIdNumber } from '#lib/collection/checks/id-number'
import type { Answers, PersonFacts, Raw } from '#lib/collection/field'
import { rawOf } from '#lib/collection/parse'
import type { StepId } from '#lib/collection/step'
import { listOf, stepOf } from '#lib/collection/steps/index'
import { RESIDENT_CARD } from '../people.ts'
import type { Random } from './random.ts'
import type { Unit } from './unit.ts'

/** What somebody has typed: the four steps, and a qualification where they hold one. */
export interface Typed {
  readonly steps: Readonly<Record<StepId, Raw>>
  readonly entries: readonly { readonly id: string; readonly list: 'qualifications'; readonly raw: Raw }[]
}

interface Circumstances {
  readonly county: { readonly code: string; readonly name: string }
  readonly unit: Unit
  readonly educated: boolean
  /** Id of the entry of a qualification. */
  readonly entry: string | undefined
  /** Number of its certificate. */
  readonly certNo: string
}

const ISSUER = '河南省人力资源和社会保障厅'
const CERTIFICATES = { abacusLevel: 'none', cpa: 'none', taxAdviser: 'none', appraiser: 'none' }

const year = (idNumber: string, later: number) => Number(idNumber.slice(6, 10)) + later

function educationOf({ idNumber }: PersonFacts, educated: boolean): Answers {
  if (!educated) return { ftEducation: '70', ptEducation: '00' }
  return {
    ftEducation: '21',
    ftSchool: '中原示例大学',
    ftMajor: '会计学',
    ftEnrollDate: `${year(idNumber, 19)}-09`,
    ftGradDate: `${year(idNumber, 23)}-06`,
    ftDegree: '4',
    ftProofKind: 'certificate',
    ptEducation: '00',
  }
}

/** What nobody is asked who has a resident ID card. */
function birthOf({ idType, idNumber }: PersonFacts): Answers {
  const read = idType === RESIDENT_CARD ? undefined : readIdNumber(idNumber)
  return read ? { sex: read.sex, birthDate: read.birthDate } : {}
}

function qualificationOf(random: Random, { idNumber }: PersonFacts, certNo: string): Answers {
  const since = year(idNumber, 26)
  return {
    series: 'accounting',
    level: random.pick(['junior', 'junior', 'intermediate']),
    obtainMethod: 'exam',
    obtainDate: `${since}-09-1${random.below(9)}`,
    certNo,
    issuer: ISSUER,
  }
}

/** The employment step at a unit. */
function employmentOf(random: Random, person: PersonFacts, { county, unit }: Circumstances): Answers {
  return {
    postStatus: 'accounting',
    ...unit,
    unitNature: random.pick(['private', 'private', 'soe', 'institution', 'company']),
    industry: 'C',
    unitAddress: `${county.name}示例路 ${1 + random.below(300)} 号`,
    accountingPost: ['cashier'],
    administrativePost: 'none',
    accountingStartDate: `${year(person.idNumber, 24)}-07`,
    appointedTitle: 'none',
    ...CERTIFICATES,
  }
}

/** What somebody of the crowd types into a first collection. */
export function typedBy(random: Random, person: PersonFacts, their: Circumstances): Typed {
  const raw = (step: StepId, answers: Answers) => rawOf(stepOf(step), answers)
  const { entry } = their
  const steps = {
    scope: raw('scope', {
      applicantCategory: 'employed',
      hasQualification: entry ? 'yes' : 'no',
      targetExam: random.pick(['none', 'none', 'none', 'intermediate', 'senior']),
      collectionDivisionCode: their.county.code,
    }),
    personal: raw('personal', {
      ...birthOf(person),
      ethnicity: random.chance(0.98) ? '01' : '03',
      politicalStatus: random.pick(['13', '13', '13', '01', '03']),
    }),
    education: raw('education', educationOf(person, their.educated)),
    employment: raw('employment', employmentOf(random, person, their)),
  }
  const list = 'qualifications'
  const entries = entry
    ? [{ id: entry, list, raw: rawOf(listOf(list), qualificationOf(random, person, their.certNo)) }]
    : []
  return { steps, entries: entries as Typed['entries'] }
}

/** The same answers with another unit, or its name written otherwise. */
export const employedAt = (typed: Typed, unit: Partial<Unit>): Typed => {
  const raw = Object.fromEntries(Object.entries(unit).map(([name, value]) => [name, [value]]))
  return { ...typed, steps: { ...typed.steps, employment: { ...typed.steps.employment, ...raw } } }
}
