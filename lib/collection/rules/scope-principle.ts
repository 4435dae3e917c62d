import type { Answers } from '../field.ts'
import { OUTSIDE } from '../steps/scope.ts'

/** Principles of guide 1.1: J1 work unit, J2 residence, J3 school. */
export type Place = { readonly principle: 'J1' | 'J2' | 'J3' }
/** Why nobody collects: J4 student without experience, J5 neither qualified nor working in accounting, outside Henan. */
export type Stop = { readonly stop: 'J4' | 'J5' | 'outside' }

/** D4: who collects, from complete scope answers; everyone but the employed needs a qualification (R1, R2). */
export function whereToCollect(scope: Answers): Place | Stop {
  const { applicantCategory, hasQualification, hasWorkExperience, collectionDivisionCode } = scope
  const qualified = hasQualification === 'yes'
  if (applicantCategory === 'student' && hasWorkExperience !== 'yes') return { stop: 'J4' }
  if (applicantCategory !== 'employed' && !qualified) return { stop: 'J5' }
  if (collectionDivisionCode === OUTSIDE) return { stop: 'outside' }
  if (applicantCategory === 'unemployed') return { principle: 'J2' }
  if (applicantCategory === 'student') return { principle: 'J3' }
  return { principle: 'J1' }
}
