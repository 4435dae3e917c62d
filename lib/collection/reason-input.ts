import { OTHER_REASON } from './codes/reasons.ts'
import { rowKey } from './present.ts'
import { PLACEHOLDERS, unknownPlaceholders } from './reason-library.ts'
import { PARTS } from './steps/index.ts'
import { noName, type Pairs, tooLong, typedValue, typedValues, type Wrong } from './typed.ts'

/** Code points that the name of a reason and its sentence may have. */
const TITLE_MAX = 30
const TEXT_MAX = 300

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

const OURS = Object.keys(PLACEHOLDERS)
  .map((known) => `{${known}}`)
  .join('、')

const textErrors = (text: string, needed: boolean): Wrong[] => [
  ...(needed && text === '' ? [{ name: 'text', text: '请填写给申请人看的话：哪里不对，怎样改' }] : []),
  ...tooLong('text', text, TEXT_MAX),
  ...unknownPlaceholders(text).map((unknown) => ({
    name: 'text',
    text: `没有“{${unknown}}”这个占位符，可以用的是${OURS}`,
  })),
]

/**
 * Reads a posted reason; keys that are no field of ours are left out.
 * @param code of the reason that is changed; nothing for a new one. The free one needs no sentence (D10)
 */
export function readReasonInput(
  pairs: Pairs,
  code?: string,
): { readonly input: ReasonInput; readonly errors: readonly Wrong[] } {
  const one = (name: string) => typedValue(pairs, name).replaceAll('\r\n', '\n')
  const posted = new Set(typedValues(pairs, 'fields'))
  const input = { title: one('title'), text: one('text'), fields: [...KEYS].filter((key) => posted.has(key)) }
  const wrong = textErrors(input.text, code !== OTHER_REASON)
  return { input, errors: [...noName('title', '名称', input.title, TITLE_MAX), ...wrong.slice(0, 1)] }
}
