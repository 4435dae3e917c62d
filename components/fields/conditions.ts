import type { Condition, Facts, Fields } from '#lib/collection/field'
import { optionsOf } from '#lib/collection/field'

/** A run of fields printed together: a plain field, or a block that a condition opens, with what is inside it. */
export type Block =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'cond'; readonly condition: Condition; readonly blocks: readonly Block[] }

/** `a` holds whenever `b` does: the same field, and every value of `b` is one of `a`. */
const covers = (a: Condition, b: Condition) =>
  a.field === b.field && b.in.every((value) => a.in.includes(value))

/**
 * The fields of a section as nested blocks. A field whose condition is narrower than the block before it goes
 * inside that block (学位 within 中专及以上), so that one branch reads as one block.
 */
export function blocksOf(names: readonly string[], fields: Fields, held: readonly Condition[] = []): Block[] {
  const open = (name: string) => (fields[name]?.when ?? []).filter((c) => !held.some((h) => covers(c, h)))
  const blocks: Block[] = []
  for (let at = 0; at < names.length; ) {
    const name = names[at] as string
    const [condition] = open(name)
    if (!condition) {
      blocks.push({ kind: 'field', name })
      at += 1
      continue
    }
    const end = names.findIndex((later, n) => n > at && !open(later).some((c) => covers(condition, c)))
    const inside = names.slice(at, end === -1 ? names.length : end)
    blocks.push({ kind: 'cond', condition, blocks: blocksOf(inside, fields, [...held, condition]) })
    at += inside.length
  }
  return blocks
}

const conditionKey = (c: Condition) => `${c.field}=${[...c.in].sort().join(',')}`

/** A letter for each distinct condition of a step, in the order of the fields: what `data-shows` and `data-cond` say. */
export interface Tokens {
  /** The block's letter. */
  of: (condition: Condition) => string | undefined
  /** Letters of the blocks that this value opens, parted by spaces. */
  shownBy: (field: string, value: string) => string | undefined
}

/** The letters for these fields. */
export function tokensOf(fields: Fields): Tokens {
  const letters = new Map<string, { letter: string; condition: Condition }>()
  for (const field of Object.values(fields)) {
    for (const condition of field.when ?? []) {
      const key = conditionKey(condition)
      if (!letters.has(key)) letters.set(key, { letter: String.fromCharCode(97 + letters.size), condition })
    }
  }
  return {
    of: (condition) => letters.get(conditionKey(condition))?.letter,
    shownBy(field, value) {
      const opened = [...letters.values()].filter(
        (l) => l.condition.field === field && l.condition.in.includes(value),
      )
      return opened.length > 0 ? opened.map((l) => l.letter).join(' ') : undefined
    },
  }
}

const quoted = (labels: readonly string[]) => labels.map((label) => `“${label}”`).join('')

/** Whom a block is for, in the words of the choice that opens it. */
export function captionOf(condition: Condition, fields: Fields, facts: Facts): string {
  const control = fields[condition.field]
  if (control?.kind !== 'choice' && control?.kind !== 'choices') return ''
  const options = optionsOf(control, facts)
  const inside = options.filter((o) => condition.in.includes(o.value)).map((o) => o.label)
  const outside = options.filter((o) => !condition.in.includes(o.value)).map((o) => o.label)
  return inside.length > 2 && outside.length < inside.length
    ? `${control.label}不是${quoted(outside)}的，填写以下内容`
    : `${control.label}选${quoted(inside)}的，填写以下内容`
}
