import { OTHER_REASON } from '#lib/collection/codes/reasons'
import { parseKey } from '#lib/collection/present'
import type { ReasonVersion } from '#lib/collection/reason-library'
import { type Pairs, typedValues, type Wrong } from '#lib/collection/typed'

/** Code points that one comment and the general reason may have. */
const COMMENT_MAX = 500
const REASON_MAX = 1000

/** A reason that the desk offers. */
export type Offered = Pick<ReasonVersion, 'code' | 'title' | 'text' | 'fields'>

/** A decision as the form posts it. */
export interface TypedDecision {
  readonly decision: 'approve' | 'return' | ''
  readonly codes: readonly string[]
  readonly reason: string
  readonly openAll: boolean
  /** By row key, as typed. */
  readonly comments: Readonly<Record<string, string>>
  /** By row key: the code whose sentence stands before what was typed. */
  readonly templates: Readonly<Record<string, string>>
  /** Keys of the rows that are ticked as checked. */
  readonly ticks: readonly string[]
}

/** A text box posts its line ends as two characters. */
const plain = (value: string) => value.replaceAll('\r\n', '\n').trim()

const keyed = (pairs: Pairs, prefix: string): Record<string, string> =>
  Object.fromEntries(
    pairs.flatMap(([name, value]) => {
      const key = name.startsWith(prefix) ? name.slice(prefix.length) : ''
      return key !== '' && plain(value) !== '' ? [[key, plain(value)] as const] : []
    }),
  )

/** Reads a posted decision; codes that are not offered are left out. */
export function typedDecision(pairs: Pairs, offered: readonly Offered[]): TypedDecision {
  const all = (name: string) => typedValues(pairs, name)
  const [decision = ''] = all('decision')
  return {
    decision: decision === 'approve' || decision === 'return' ? decision : '',
    codes: offered.map((reason) => reason.code).filter((code) => all('reasonCodes').includes(code)),
    reason: plain(all('reason')[0] ?? ''),
    openAll: all('openAll').length > 0,
    comments: keyed(pairs, 'comment.'),
    templates: keyed(pairs, 'template.'),
    ticks: [...new Set(all('tick'))],
  }
}

/** A decision as the form would post it again: what was undone is not typed twice. */
export const pairsOf = (decided: {
  readonly decision: string
  readonly codes: readonly string[]
  readonly text: string
  readonly openAll: boolean
  readonly ticks: readonly string[]
  readonly comments: readonly { readonly key: string; readonly text: string }[]
}): (readonly [string, string])[] => [
  ['decision', decided.decision],
  ...decided.codes.map((code) => ['reasonCodes', code] as const),
  ['reason', decided.text],
  ...(decided.openAll ? [['openAll', 'yes'] as const] : []),
  ...decided.ticks.map((key) => ['tick', key] as const),
  ...decided.comments.map(({ key, text }) => [`comment.${key}`, text] as const),
]

/** What a reason's sentence reads on a row; empty when it is not offered. */
export type SentenceOf = (code: string, key: string) => string

/** The comments as the applicant reads them: the chosen sentence, then what was typed. */
export const commentsOf = (
  typed: TypedDecision,
  sentenceOf: SentenceOf,
): { readonly key: string; readonly text: string }[] =>
  [...new Set([...Object.keys(typed.templates), ...Object.keys(typed.comments)])].flatMap((key) => {
    const sentence = typed.templates[key] ? sentenceOf(typed.templates[key], key) : ''
    const text = `${sentence}${typed.comments[key] ?? ''}`
    return text === '' ? [] : [{ key, text }]
  })

/**
 * The sentences offered for a row: those of the reasons that usually concern its field, for an entry as a
 * whole any field of its list, then those that concern none in particular and have a sentence.
 */
export function templatesFor(
  key: string,
  offered: readonly Offered[],
): { readonly code: string; readonly title: string }[] {
  const place = parseKey(key)
  const fits = ({ fields }: Offered) =>
    fields.some((field) =>
      place?.field === undefined
        ? field.startsWith(`${place?.part}.`)
        : field === `${place.part}.${place.field}`,
    )
  const anywhere = ({ fields, text }: Offered) => fields.length === 0 && text !== ''
  return [...offered.filter(fits), ...offered.filter(anywhere)].map(({ code, title }) => ({ code, title }))
}

const length = (text: string) => [...text].length

/** What stops a decision, in the order of the page (D10). `keys`: the rows and entries of the snapshot. */
export function decisionErrors(
  typed: TypedDecision,
  keys: ReadonlySet<string>,
  sentenceOf: SentenceOf,
): Wrong[] {
  const comments = commentsOf(typed, sentenceOf)
  const errors: Wrong[] = comments.flatMap(({ key, text }) => {
    const name = `comment.${key}`
    if (!keys.has(key)) return [{ name: 'decision', text: '有一条批注的字段已不在这份申请里，请重新写' }]
    const over = length(text)
    return over > COMMENT_MAX ? [{ name, text: `批注最多 ${COMMENT_MAX} 字，现在 ${over} 字，请缩短` }] : []
  })
  if (typed.decision === '') errors.push({ name: 'decision', text: '请选择通过或退回修改' })
  if (typed.decision === 'approve' && (comments.length > 0 || typed.codes.length > 0)) {
    errors.push({
      name: 'decision',
      text: '选了通过，又勾选了退回原因或写了批注。要退回请选“退回修改”，要通过请先清空它们',
    })
  }
  if (typed.decision === 'return') {
    if (typed.codes.length === 0 && typed.reason === '' && comments.length === 0) {
      errors.push({ name: 'reason', text: '退回要写明原因：勾选退回原因、写意见，或在某一项下写批注' })
    } else if (typed.codes.includes(OTHER_REASON) && typed.reason === '') {
      errors.push({ name: 'reason', text: '选了“其他”，请在意见里写明原因' })
    }
  }
  if (length(typed.reason) > REASON_MAX) {
    errors.push({
      name: 'reason',
      text: `意见最多 ${REASON_MAX} 字，现在 ${length(typed.reason)} 字，请缩短`,
    })
  }
  return errors
}

/** Whether anything was typed that would be lost. */
export const isBlank = (typed: TypedDecision): boolean =>
  typed.decision === '' &&
  typed.codes.length === 0 &&
  typed.reason === '' &&
  !typed.openAll &&
  Object.keys(typed.comments).length === 0 &&
  Object.keys(typed.templates).length === 0 &&
  typed.ticks.length === 0
