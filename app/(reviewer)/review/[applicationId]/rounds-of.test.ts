import { describe, expect, test } from 'vitest'
import type { Row } from '#lib/collection/present'
import type { Desk } from './dossier.ts'
import { MOST_FOLDED, roundsOf } from './rounds-of.ts'

type Asked = Parameters<typeof roundsOf>[0]

/** Rows of the employment step, as many as are named, each with a text. */
const rowsOf = (texts: readonly string[]): Row[] =>
  texts.map((text, at) => ({ key: `employment.f${at}`, field: `f${at}`, label: `${at}`, text }))

const round = (n: number, texts: readonly string[]) =>
  ({
    id: `s${n}`,
    n,
    snapshot: { rows: [{ part: 'employment', title: '工作', rows: rowsOf(texts) }] },
  }) as unknown as Desk['submission']

const decided = (n: number, ...keys: string[]) =>
  ({
    n,
    decision: 'return',
    comments: keys.map((key) => ({ id: key, key, text: '请改', reply: '' })),
  }) as unknown as Desk['decisions'][number]

/** Submissions by their texts; the last one is compared further up with round `base`. */
function desk(texts: readonly (readonly string[])[], decisions: Asked['decisions'], base?: number): Asked {
  const rounds = texts.map((one, at) => round(at + 1, one))
  const submission = rounds[(base ?? 0) - 1]
  return { rounds, decisions, bases: submission ? [{ by: 'round', submission }] : [] }
}
const told = (asked: Asked, opened = Number.NaN) =>
  roundsOf(asked, opened).map(({ submission, compared, read }) => [
    submission.n,
    compared?.changes.map(({ change }) => `${change.before?.text}>${change.after?.text}`),
    compared?.untouched.map(({ key }) => key),
    read,
  ])

const MANY = Array.from({ length: MOST_FOLDED + 1 }, (_, n) => `a${n}`)

describe('the rounds of an application', () => {
  test('a first submission that nobody has decided on has none; a decided one has no changes', () => {
    expect(told(desk([['a']], []))).toEqual([])
    expect(told(desk([['a']], [decided(1)]))).toEqual([[1, undefined, undefined, 'here']])
  })

  test('each with what was asked, and what the next one changed, newest first', () => {
    const asked = desk(
      [
        ['a', 'b'],
        ['c', 'b'],
        ['c', 'd'],
        ['c', 'e'],
      ],
      [decided(3, 'employment.f1'), decided(1, 'employment.f0', 'employment.f1')],
      3,
    )
    expect(told(asked)).toEqual([
      [3, ['d>e'], [], 'above'],
      // Withdrawn: nobody asked for anything.
      [2, ['b>d'], [], 'here'],
      [1, ['a>c'], ['employment.f1'], 'here'],
    ])
  })

  test('what is compared further up over two rounds is not the change between them', () => {
    const asked = desk([['a'], ['b'], ['c']], [decided(1)], 1)
    expect(told(asked).map(([n, , , read]) => [n, read])).toEqual([
      [2, 'here'],
      [1, 'here'],
    ])
  })

  test.each([
    [MOST_FOLDED, 0, 'here', 'here'],
    [MOST_FOLDED - 1, 1, 'here', 'here'],
    [MOST_FOLDED, 1, 'here', 'apart'],
    [MOST_FOLDED + 1, 1, 'apart', 'here'],
    [1, MOST_FOLDED, 'here', 'apart'],
  ])('what the page has no room for stands apart: %i and %i changes', (newer, older, ofNewer, ofOlder) => {
    const second = MANY.map((text, at) => (at < older ? `${text}x` : text))
    const third = second.map((text, at) => (at < newer ? `${text}y` : text))
    const asked = desk([MANY, second, third], [decided(1)])
    const reads = (opened?: number) => told(asked, opened).map(([, , , read]) => read)
    expect(reads()).toEqual([ofNewer, ofOlder])
    // The one that is asked for is printed, and takes no room from the other.
    expect(reads(1)[1]).toBe('here')
    expect(reads(2)[0]).toBe('here')
  })
})
