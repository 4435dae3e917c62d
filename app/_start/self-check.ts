import { whereToCollect } from '#lib/collection/rules/scope-principle'

/** The four questions of the start page; a question's name is the query parameter. */
export interface SelfCheckAnswers {
  readonly employed: 'yes' | 'no'
  readonly accounting: 'yes' | 'no'
  readonly qualified: 'yes' | 'no'
  /** `worked`: a student with work experience, `none`: without. */
  readonly student: 'no' | 'worked' | 'none'
}

export type Principle = 'J1' | 'J2' | 'J3' | 'J4' | 'J5'
export type Query = Readonly<Record<string, string | string[] | undefined>>

const VALUES = {
  employed: ['yes', 'no'],
  accounting: ['yes', 'no'],
  qualified: ['yes', 'no'],
  student: ['no', 'worked', 'none'],
} as const

/** The answers in an address; a question that was not answered, or not with one of its values, is left out. */
export function answersIn(query: Query): Partial<SelfCheckAnswers> {
  return Object.fromEntries(
    Object.entries(VALUES).flatMap(([name, values]) => {
      const given = query[name]
      return typeof given === 'string' && (values as readonly string[]).includes(given) ? [[name, given]] : []
    }),
  )
}

/** Whether the address carries any answer at all: before that nothing is said. */
export const wasAsked = (query: Query): boolean =>
  Object.keys(VALUES).some((name) => query[name] !== undefined)

const categoryOf = ({ employed, accounting, student }: SelfCheckAnswers) => {
  if (student !== 'no') return 'student'
  if (employed === 'no') return 'unemployed'
  return accounting === 'yes' ? 'employed' : 'employedOther'
}

/** Where somebody with these answers is collected (guide 1.1, J1–J5); nothing while a question is open. */
export function principleFor(given: Partial<SelfCheckAnswers>): Principle | undefined {
  const { employed, accounting, qualified, student } = given
  if (!employed || !accounting || !qualified || !student) return undefined
  const place = whereToCollect({
    applicantCategory: categoryOf({ employed, accounting, qualified, student }),
    hasQualification: qualified,
    ...(student === 'no' ? {} : { hasWorkExperience: student === 'worked' ? 'yes' : 'no' }),
  })
  if ('principle' in place) return place.principle
  return place.stop === 'outside' ? undefined : place.stop
}
