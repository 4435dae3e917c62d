import { type Answers, type Facts, isAsked, isRequired, type PictureRef } from './field.ts'
import { fieldText } from './kinds/index.ts'
import type { Dossier } from './rule.ts'
import type { Entry, ListStep, PartId, Step } from './step.ts'
import { isListName, LISTS, partOf, STEPS } from './steps/index.ts'

/** One line of a check page, a review, a print, an export. */
export interface Row {
  /** `education.ftSchool`; in lists `qualifications.ITEM.level`. */
  readonly key: string
  readonly field: string
  readonly label: string
  /** Empty where nothing was filled. */
  readonly text: string
  readonly picture?: PictureRef
  readonly mask?: 'idNumber' | 'mobile'
}

/** The rows of one step or of one entry. */
export interface RowGroup {
  readonly part: PartId
  readonly item?: string
  readonly title: string
  readonly rows: readonly Row[]
}

/** The key under which a field is commented, compared and exported. */
export const rowKey = (part: PartId, field: string, item?: string): string =>
  item ? `${part}.${item}.${field}` : `${part}.${field}`

/** The key of a list's entry as a whole, under which it is commented: `qualifications.ITEM`. */
export const entryKey = (list: PartId, item: string): string => `${list}.${item}`

/**
 * Splits a key; that of an entry as a whole has no field. `undefined` when it has neither two nor three
 * parts.
 */
export function parseKey(key: string): { part: string; item?: string; field?: string } | undefined {
  const [part, second, third, ...rest] = key.split('.')
  if (!part || !second || rest.length > 0) return undefined
  if (third !== undefined) return { part, item: second, field: third }
  return isListName(part) ? { part, item: second } : { part, field: second }
}

/** The key of the entry to which the row of this key belongs; nothing for a row of a step. */
export function wholeOf(key: string): string | undefined {
  const place = parseKey(key)
  return place?.item !== undefined && place.field !== undefined ? `${place.part}.${place.item}` : undefined
}

function rowsOf(step: Step, answers: Answers, facts: Facts, item?: string): Row[] {
  return Object.entries(step.fields).flatMap(([name, field]) => {
    if (!isAsked(field, answers, facts)) return []
    const value = answers[name]
    // An optional picture that is not there is no fact worth a line.
    if (value === undefined && field.kind === 'picture' && !isRequired(field, answers, facts)) return []
    return [
      {
        key: rowKey(step.id, name, item),
        field: name,
        label: field.label,
        text: value === undefined ? '' : fieldText(field, value, facts),
        ...(field.kind === 'picture' && value !== undefined ? { picture: value as PictureRef } : {}),
        ...(field.mask ? { mask: field.mask } : {}),
      },
    ]
  })
}

/** How one entry is called: `会计 · 中级`. */
const entryTitle = (list: ListStep, answers: Answers, facts: Facts): string =>
  list.nameOf(answers, facts) || list.title

/** The whole collection as rows, in the order of the journey. */
export function present(dossier: Dossier, facts: Facts): RowGroup[] {
  const steps = STEPS.map((step) => ({
    part: step.id,
    title: step.title,
    rows: rowsOf(step, dossier[step.id] as Answers, facts),
  }))
  const lists = LISTS.flatMap((list) =>
    (dossier[list.id] as readonly Entry[]).map((entry) => ({
      part: list.id,
      item: entry.id,
      title: `${list.title}：${entryTitle(list, entry.answers, facts)}`,
      rows: rowsOf(list, entry.answers, facts, entry.id),
    })),
  )
  return [...steps, ...lists]
}

/** Every row under its key. */
export const rowsByKey = (groups: readonly RowGroup[]): ReadonlyMap<string, Row> =>
  new Map(groups.flatMap((group) => group.rows.map((row) => [row.key, row] as const)))

/** Every entry of a list under its key. */
export const entriesByKey = (groups: readonly RowGroup[]): ReadonlyMap<string, RowGroup> =>
  new Map(
    groups.flatMap((group) =>
      group.item === undefined ? [] : [[entryKey(group.part, group.item), group] as const],
    ),
  )

/** How an entry is called beside the title of its list: `会计 · 中级`. */
export const entryName = ({ part, title }: RowGroup): string => title.replace(`${partOf(part).title}：`, '')

/** Every picture among the rows, with its key. */
export function picturesIn(
  groups: readonly RowGroup[],
): { key: string; label: string; picture: PictureRef }[] {
  return groups.flatMap((g) =>
    g.rows.flatMap((r) => (r.picture ? [{ key: r.key, label: r.label, picture: r.picture }] : [])),
  )
}
