import { OTHER_REASON } from './codes/reasons.ts'
import { rowKey } from './present.ts'
import { PLACEHOLDERS, unknownPlaceholders } from './reason-library.ts'
import { PARTS } from './steps/index.ts'

/** Code points that the name of a reason and its sentence may have. */
export const REASON_TITLE_MAX = 30
export const REASON_TEXT_MAX = 300

/** A reason as typed. */
export interface ReasonInput {
  readonly title: string
  readonly text: string
  readonly fields: readonly string[]
}

/** The fields that a reason may concern, by part: key and label. */
export const REASON_FIELDS = PARTS.map((part) => ({
  title: part.title,
  fields: Object.entries(part.fields).map(([name, field]) => ({
    key: rowKey(part.id, name),
    label: field.label,
  })),
}))

const KEYS = new Set(REASON_FIELDS.flatMap(({ fields }) => fields.map(({ key }) => key)))
const length = (text: string) => [...text].length

function textErrors(text: string, needed: boolean): string[] {
  const unknown = unknownPlaceholders(text)
  return [
    ...(needed && text === '' ? ['请填写给申请人看的话：哪里不对，怎样改'] : []),
    ...(length(text) > REASON_TEXT_MAX
      ? [`最多 ${REASON_TEXT_MAX} 字，现在 ${length(text)} 字，请缩短`]
      : []),
    ...unknown.map(
      (name) =>
        `没有“{${name}}”这个占位符，可以用的是${Object.keys(PLACEHOLDERS)
          .map((known) => `{${known}}`)
          .join('、')}`,
    ),
  ]
}

/**
 * Reads a posted reason; keys that are no field of ours are left out.
 * @param code of the reason that is changed; nothing for a new one. The free one needs no sentence (D10)
 */
export function readReasonInput(
  pairs: readonly (readonly [string, string])[],
  code?: string,
): { readonly input: ReasonInput; readonly errors: readonly { name: string; text: string }[] } {
  const one = (name: string) =>
    (pairs.find(([key]) => key === name)?.[1] ?? '').replaceAll('\r\n', '\n').trim()
  const posted = new Set(pairs.flatMap(([key, value]) => (key === 'fields' ? [value] : [])))
  const input = { title: one('title'), text: one('text'), fields: [...KEYS].filter((key) => posted.has(key)) }
  const size = length(input.title)
  const [wrong] = textErrors(input.text, code !== OTHER_REASON)
  return {
    input,
    errors: [
      ...(size >= 2 && size <= REASON_TITLE_MAX
        ? []
        : [{ name: 'title', text: `名称须是 2 至 ${REASON_TITLE_MAX} 字，您填了 ${size} 字` }]),
      ...(wrong === undefined ? [] : [{ name: 'text', text: wrong }]),
    ],
  }
}
