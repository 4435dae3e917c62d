import type { Answers, PictureField } from './field.ts'
import { isPartlyOpen, type Opening } from './opening.ts'
import { blocking, type DraftContent, type DraftReading, issuesOf } from './parse.ts'
import { parseKey } from './present.ts'
import type { Dossier, Place } from './rule.ts'
import type { Entry, PartId, StepId } from './step.ts'
import { isListName, isStepId, PARTS, partOf } from './steps/index.ts'

export type TaskStatus = 'todo' | 'started' | 'done' | 'fix' | 'locked'

export interface Task {
  readonly id: PartId | 'check'
  readonly status: TaskStatus
  /** Labels of what is missing or wrong, in field order. */
  readonly missing: readonly string[]
  /** Entries of a list. */
  readonly count: number
  /** Comments of the reviewer on this part that have not been mended. */
  readonly open: number
}

/** What a task status depends on besides the reading: which comments still wait, which parts are open. */
export interface Situation {
  readonly opening: Opening
  /** Keys of comments whose field has not changed since the return. */
  readonly unmended: readonly string[]
}

const labelOfIssue = (part: PartId, field: string | undefined) =>
  field === undefined ? partOf(part).title : (partOf(part).fields[field]?.label ?? field)

/**
 * The task list, by walking the parts and looking at what is stored: no progress flag is kept.
 * `fix` is a part with a comment that waits; `locked` is closed, or the check page before all is done.
 */
export function tasksOf(draft: DraftContent, reading: DraftReading, situation: Situation): Task[] {
  const parts = PARTS.map((part): Task => {
    const issues = blocking(issuesOf(reading.issues, part.id))
    const entries = draft.entries.filter((e) => e.list === part.id)
    const open = situation.unmended.filter((key) => parseKey(key)?.part === part.id).length
    const touched = isStepId(part.id)
      ? draft.steps[part.id as StepId] !== undefined || Object.keys(draft.pictures[part.id] ?? {}).length > 0
      : entries.length > 0
    const missing = [...new Set(issues.map((i) => labelOfIssue(part.id, i.field)))]
    const closed = !isPartlyOpen(
      situation.opening,
      part.id,
      entries.map((e) => e.id),
    )
    const status = closed
      ? 'locked'
      : open > 0
        ? 'fix'
        : issues.length === 0
          ? 'done'
          : touched
            ? 'started'
            : 'todo'
    return { id: part.id, status, missing, count: entries.length, open }
  })
  const ready = blocking(reading.issues).length === 0
  return [...parts, { id: 'check', status: ready ? 'todo' : 'locked', missing: [], count: 0, open: 0 }]
}

/** The part that follows in the journey; the check page after the last. */
export function nextAfter(part: PartId): PartId | 'check' {
  const at = PARTS.findIndex((p) => p.id === part)
  return PARTS[at + 1]?.id ?? 'check'
}

/** The part before this one; nothing before the first. */
export function previousOf(part: PartId): PartId | undefined {
  const at = PARTS.findIndex((p) => p.id === part)
  return at > 0 ? PARTS[at - 1]?.id : undefined
}

/** Where the one primary button of the task list leads. */
export function nextTask(tasks: readonly Task[]): Task | undefined {
  return (
    tasks.find((t) => t.status === 'fix') ??
    tasks.find((t) => t.status === 'todo' || t.status === 'started') ??
    tasks.find((t) => t.id === 'check')
  )
}

/** A picture slot of a step or list, or nothing. */
export function slotOf(part: PartId, slot: string): PictureField | undefined {
  const field = partOf(part).fields[slot]
  return field?.kind === 'picture' ? field : undefined
}

/** The answers of a step or of one entry of a list; none where there is no such entry. */
export function answersAt(dossier: Dossier, { part, item }: Omit<Place, 'field'>): Answers {
  if (!isListName(part)) return dossier[part]
  const entries: readonly Entry[] = dossier[part]
  return entries.find(({ id }) => id === item)?.answers ?? {}
}
