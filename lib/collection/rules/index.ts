import type { Rule } from '../rule.ts'
import { accountingStart } from './accounting-start.ts'
import { accountingYears } from './accounting-years.ts'
import { age } from './age.ts'
import { appointmentDate } from './appointment-date.ts'
import { certificateNumbers } from './certificate-numbers.ts'
import { degreeLevel } from './degree-level.ts'
import { doubledEntries } from './doubled-entries.ts'
import { graduationDates } from './graduation-dates.ts'
import { honourGrade } from './honour-grade.ts'
import { identity } from './identity.ts'
import { penaltyDates } from './penalty-dates.ts'
import { pictureFlags } from './picture-flags.ts'
import { postStatus } from './post-status.ts'
import { qualificationEntry } from './qualification-entry.ts'
import { qualificationMethod } from './qualification-method.ts'
import { qualificationOrder } from './qualification-order.ts'
import { titleQualification } from './title-qualification.ts'
import { unitCode } from './unit-code.ts'

/** Every rule over parsed answers. What a single field asks of itself stands in its step. */
export const RULES: readonly Rule[] = [
  identity,
  age,
  pictureFlags,
  graduationDates,
  degreeLevel,
  certificateNumbers,
  postStatus,
  unitCode,
  accountingStart,
  accountingYears,
  titleQualification,
  appointmentDate,
  qualificationEntry,
  qualificationMethod,
  qualificationOrder,
  doubledEntries,
  honourGrade,
  penaltyDates,
]
