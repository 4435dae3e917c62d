import type { ListName, ListStep, PartId, Step, StepId } from '../step.ts'
import { education } from './education.ts'
import { employment } from './employment.ts'
import { honours } from './honours.ts'
import { penalties } from './penalties.ts'
import { personal } from './personal.ts'
import { qualifications } from './qualifications.ts'
import { remarks } from './remarks.ts'
import { scope } from './scope.ts'
import { talents } from './talents.ts'

// This file is a list, not a barrel: the order here is the order of the journey (guide 3.2–3.5).
const STEP = { scope, personal, education, employment }
const LIST = { qualifications, talents, honours, penalties, remarks }

export const STEPS: readonly Step[] = Object.values(STEP)
export const LISTS: readonly ListStep[] = Object.values(LIST)
export const PARTS: readonly (Step | ListStep)[] = [...STEPS, ...LISTS]

export type StepFields = { readonly [K in StepId]: (typeof STEP)[K]['fields'] }
export type ListFields = { readonly [K in ListName]: (typeof LIST)[K]['fields'] }

export const isStepId = (id: string): id is StepId => Object.hasOwn(STEP, id)
export const isListName = (id: string): id is ListName => Object.hasOwn(LIST, id)
export const isPartId = (id: string): id is PartId => isStepId(id) || isListName(id)

/** The step of this id. */
export const stepOf = (id: StepId): Step => STEP[id]
/** The list of this name. */
export const listOf = (name: ListName): ListStep => LIST[name]
/** The step or list of this id. */
export const partOf = (id: PartId): Step | ListStep => (isStepId(id) ? STEP[id] : LIST[id])
