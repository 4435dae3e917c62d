import type { Answers, Facts, Field, Raw } from '#lib/collection/field'
import { isAsked, isRequired } from '#lib/collection/field'
import type { Pictures } from '#lib/collection/parse'
import { rowKey } from '#lib/collection/present'
import type { Issue, Place } from '#lib/collection/rule'
import type { Step } from '#lib/collection/step'
import { isListName, partOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import type { Tokens } from './conditions.ts'
import type { FieldComment, FieldProps } from './field-props.ts'

/** What a page knows about the step or list entry whose fields it prints. */
export interface StepFieldsProps {
  step: Step
  raw: Raw
  answers: Answers
  facts: Facts
  errors: readonly Issue[]
  warnings?: readonly Issue[]
  /** What earlier answers leave open, by field. */
  bounds?: Readonly<Record<string, string>>
  /** By row key, e.g. `education.ftSchool`. */
  comments?: Readonly<Record<string, readonly FieldComment[] | undefined>>
  /** Values in force by row key, in a change draft. */
  old?: Readonly<Record<string, string>>
  /** Values another session stored, by field. */
  others?: Readonly<Record<string, string>>
  pictures: Pictures
  /** Nothing on this page may be changed: everything is text. */
  closed?: boolean
  /** The entry's id; a new entry has none. */
  item?: string
  slotHref: (slot: string) => string
  documentHref: (documentId: string) => string
  /** Comments can be answered. */
  reply?: boolean
}

/** How a field is printed: as text, as a picture's row, or as a control. */
export type Print = 'text' | 'picture' | 'control'

/** How the page prints this field; nothing where the person is not asked it at all. */
export function printOf(page: StepFieldsProps, name: string): Print | undefined {
  const field = page.step.fields[name]
  // Conditions on the step itself are left to the blocks, which the browser opens and folds.
  if (!field || !isAsked({ ...field, when: undefined }, page.answers, page.facts)) return undefined
  if (page.closed || field.derive?.(page.facts) !== undefined) return 'text'
  return field.kind === 'picture' ? 'picture' : 'control'
}

const seeOf = ({ part, field }: Place) => ({
  href: field ? `${paths.part(part)}#${field}` : paths.part(part),
  title: partOf(part).title,
})

/** Everything `FieldControl` needs, taken from the page by the field's name and key. */
export function fieldProps(page: StepFieldsProps, name: string, field: Field, tokens: Tokens): FieldProps {
  const { step, item, answers, facts } = page
  const key = rowKey(step.id, name, item)
  const wrong = page.errors.find((issue) => issue.field === name)
  const unsaved = isListName(step.id) && item === undefined
  return {
    name,
    field,
    facts,
    // A sentence about what was typed names the limit itself.
    bound: wrong && wrong.code !== 'missing' ? undefined : page.bounds?.[name],
    raw: page.raw,
    stepId: step.id,
    item,
    optional: !isRequired(field, answers, facts),
    error: wrong?.message,
    see: wrong?.see && wrong.see.part !== step.id ? seeOf(wrong.see) : undefined,
    warning: page.warnings?.find((issue) => issue.field === name)?.message,
    comments: page.comments?.[key],
    reply: page.reply,
    old: page.old?.[key],
    other: page.others?.[name],
    shows: (value) => tokens.shownBy(name, value),
    pictures: page.pictures,
    slotHref: unsaved ? undefined : page.slotHref,
    documentHref: page.documentHref,
  }
}
