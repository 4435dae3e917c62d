import { WORKING_AGE } from './checks/age.ts'
import { APPLICANT_CATEGORY, APPOINTED_TITLE, LEVEL, POST_STATUS, SERIES } from './codes/local.ts'
import { labelOf } from './codes/option.ts'
import type { Facts } from './field.ts'
import { dateText } from './kinds/date.ts'
import type { Dossier } from './rule.ts'
import { startLimits } from './rules/accounting-start.ts'
import { longestYears } from './rules/accounting-years.ts'
import { qualifiedSince } from './rules/appointment-date.ts'
import { bestLevel, titleFor } from './rules/levels.ts'
import { impliedStatus } from './rules/post-status.ts'
import { barsQualification } from './rules/qualification-entry.ts'
import { hasEquivalent } from './rules/title-qualification.ts'
import type { PartId } from './step.ts'

type Say = (dossier: Dossier, facts: Facts) => string | undefined

/** D4, R25. */
const postStatus: Say = ({ scope }) => {
  const implied = impliedStatus(scope)
  if (!implied) return undefined
  const category = labelOf(APPLICANT_CATEGORY, scope.applicantCategory ?? '')
  return `应选“${labelOf(POST_STATUS, implied)}”，因您的采集身份是“${category}”。`
}

/** R27, D5. */
const accountingStartDate: Say = (dossier) => {
  const { graduated, grown } = startLimits(dossier)
  if (graduated && !(grown && grown > graduated)) return `最早 ${dateText(graduated)}，因您那时全日制毕业。`
  return grown && `最早 ${dateText(grown)}，因您那时满 ${WORKING_AGE} 周岁。`
}

/** R28, D6. */
const accountingYears: Say = ({ employment: { accountingStartDate: start } }, { today }) => {
  if (!start) return undefined
  const longest = longestYears(start, today)
  return `最多 ${longest} 年，因您从 ${dateText(start)}开始；留空按 ${longest} 年计。`
}

/** V-TITLE; where another certificate may count the reviewer decides (D17). */
const appointedTitle: Say = (dossier) => {
  const best = bestLevel(dossier.qualifications, 'accounting')
  const title = best && titleFor(best)
  if (!title || hasEquivalent(dossier)) return undefined
  return `最高可选“${labelOf(APPOINTED_TITLE, title)}”，因您填的会计资格最高是${labelOf(LEVEL, best)}。`
}

/** R29. */
const appointmentDate: Say = (dossier) => {
  const since = qualifiedSince(dossier)
  return since && `最早 ${dateText(since)}，因您那天取得对应的会计资格。`
}

/** R33, D17. */
const series: Say = ({ scope }) =>
  barsQualification(scope)
    ? `不能选“${labelOf(SERIES, 'accounting')}”，因您在“采集身份”里选了没有会计专业技术资格。`
    : undefined

const BOUNDS: Readonly<Partial<Record<PartId, Readonly<Record<string, Say>>>>> = {
  employment: { postStatus, accountingStartDate, accountingYears, appointedTitle, appointmentDate },
  qualifications: { series },
}

/**
 * What answers given already leave open at the fields of a step or list: field → a sentence with the limit and
 * its reason. The limits are the rules' own, so that nothing is refused within them.
 */
export function boundsOf(dossier: Dossier, facts: Facts, part: PartId): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(BOUNDS[part] ?? {}).flatMap(([field, say]) => {
      const sentence = say(dossier, facts)
      return sentence ? [[field, sentence]] : []
    }),
  )
}
