import { expect, test } from 'vitest'
import type { Fields } from '#lib/collection/field'
import { PARTS, partOf } from '#lib/collection/steps/index'
import { type Block, blocksOf, captionOf, tokensOf } from './conditions.ts'

const text = { kind: 'text', label: '', max: 1 } as const
const asked = (field: string, ...values: string[]) => [{ field, in: values }]
const FIELDS: Fields = {
  a: {
    ...text,
    kind: 'choice',
    look: 'radio',
    label: '甲',
    options: ['1', '2', '3', '4'].map((v) => ({ value: v, label: `第${v}` })),
  },
  b: { ...text, when: asked('a', '1', '2', '3') },
  c: { ...text, when: asked('a', '1') },
  d: { ...text, when: asked('a', '1', '2', '3') },
  e: { ...text, when: [...asked('a', '1', '2', '3'), ...asked('b', 'x')] },
  f: text,
  g: { ...text, when: asked('b', 'x') },
}

const drawn = (blocks: readonly Block[]): string =>
  blocks.map((b) => (b.kind === 'field' ? b.name : `${b.condition.field}(${drawn(b.blocks)})`)).join(' ')

test.each([
  [['a', 'f'], 'a f'],
  [['a', 'b', 'd', 'f'], 'a a(b d) f'],
  // A narrower condition goes inside, a second one opens a block of its own inside.
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a a(b a(c) d b(e)) f'],
  [['b', 'f', 'd'], 'a(b) f a(d)'],
  // A wider condition cannot go inside a narrower one.
  [['c', 'b'], 'a(c) a(b)'],
  [['e', 'g'], 'a(b(e)) b(g)'],
  [[], ''],
])('%j is drawn as %s', (names, drawing) => {
  expect(drawn(blocksOf(names, FIELDS))).toBe(drawing)
})

test('each distinct condition has one letter, and a value names those it opens', () => {
  const tokens = tokensOf(FIELDS)
  expect([tokens.shownBy('a', '1'), tokens.shownBy('a', '2'), tokens.shownBy('a', '4')]).toEqual([
    'a b',
    'a',
    undefined,
  ])
  expect(tokens.of({ field: 'a', in: ['3', '2', '1'] })).toBe('a')
  expect(tokens.of({ field: 'a', in: ['4'] })).toBeUndefined()
})

const FACTS = {
  today: '2026-11-23',
  person: { name: '', idType: '111', idNumber: '', mobile: '' },
  scope: {},
  offices: [],
}

test.each([
  [['1'], '甲选“第1”的，填写以下内容'],
  [['1', '2'], '甲选“第1”“第2”的，填写以下内容'],
  [['1', '2', '3'], '甲不是“第4”的，填写以下内容'],
])('a block for %j says %s', (values, caption) => {
  expect(captionOf({ field: 'a', in: values }, FIELDS, FACTS)).toBe(caption)
})

test.each(PARTS.map((part) => part.id))(
  '%s prints every field once and needs no letter the stylesheet lacks',
  (id) => {
    const { fields, sections } = partOf(id)
    const names = (blocks: readonly Block[]): string[] =>
      blocks.flatMap((b) => (b.kind === 'field' ? [b.name] : names(b.blocks)))
    expect(sections.flatMap((section) => names(blocksOf(section.fields, fields)))).toEqual(
      sections.flatMap((s) => s.fields),
    )
    const tokens = tokensOf(fields)
    for (const field of Object.values(fields)) {
      for (const condition of field.when ?? []) expect(tokens.of(condition)).toMatch(/^[a-p]$/)
    }
  },
)
