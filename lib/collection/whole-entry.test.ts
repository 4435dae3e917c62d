import { describe, expect, it, test } from 'vitest'
import { sameAt } from './diff.ts'
import type { PictureRef } from './field.ts'
import { isOpen, isPartlyOpen, openedByReturn } from './opening.ts'
import { entriesByKey, entryKey, parseKey, type Row, type RowGroup, wholeOf } from './present.ts'

// A comment on an entry of a list as a whole: its key, what it opens, when it counts as mended.

test.each([
  ['honours.e7', { part: 'honours', item: 'e7' }, undefined],
  ['honours.e7.grade', { part: 'honours', item: 'e7', field: 'grade' }, 'honours.e7'],
  ['personal.photo', { part: 'personal', field: 'photo' }, undefined],
  ['personal.a.b', { part: 'personal', item: 'a', field: 'b' }, 'personal.a'],
  ['honours', undefined, undefined],
  ['honours.', undefined, undefined],
  ['', undefined, undefined],
])('the key %s', (key, place, whole) => {
  expect(parseKey(key)).toEqual(place)
  expect(wholeOf(key)).toBe(whole)
})

test('the key of an entry reads back to it', () => {
  expect(parseKey(entryKey('remarks', 'x1'))).toEqual({ part: 'remarks', item: 'x1' })
})

describe('what it opens (D10)', () => {
  it('is the entry, not its list and no other entry', () => {
    const opening = openedByReturn(['honours.e7'], false)
    expect(opening.entries).toEqual(['e7'])
    expect(isOpen(opening, 'honours')).toBe(false)
    expect(isOpen(opening, 'honours', 'e7')).toBe(true)
    expect(isOpen(opening, 'honours', 'e8')).toBe(false)
    expect(isPartlyOpen(opening, 'honours', ['e7'])).toBe(true)
  })
  it.each(['qualifications', 'talents', 'honours', 'penalties', 'remarks'])(
    'is what a comment on a field of it opens, tied parts with it: %s',
    (list) => {
      expect(openedByReturn([`${list}.e7`], false)).toEqual(openedByReturn([`${list}.e7.file`], false))
    },
  )
})

const row = (key: string, text: string, more: Partial<Row> = {}): Row => ({
  key,
  field: key.split('.').at(-1) ?? '',
  label: key,
  text,
  ...more,
})
const entry = (item: string, texts: Readonly<Record<string, string>>, picture?: string): RowGroup => ({
  part: 'honours',
  item,
  title: '守信：示例',
  rows: [
    ...Object.entries(texts).map(([field, text]) => row(`honours.${item}.${field}`, text)),
    ...(picture
      ? [row(`honours.${item}.file`, '已上传', { picture: { digest: picture } as PictureRef })]
      : []),
  ],
})
const step = (text: string): RowGroup => ({
  part: 'personal',
  title: '个人信息',
  rows: [row('personal.email', text)],
})
const THEN = [
  step('a@example.com'),
  entry('e7', { title: '奖', grade: '省部级' }, 'd1'),
  entry('e8', { title: '另一项' }),
]
const now = (...entries: RowGroup[]) => [step('b@example.com'), ...entries]

describe('when it is mended', () => {
  const E8 = entry('e8', { title: '另一项' })
  it.each([
    ['nothing in it changed', [entry('e7', { title: '奖', grade: '省部级' }, 'd1'), E8], true],
    ['it only moved', [E8, entry('e7', { title: '奖', grade: '省部级' }, 'd1')], true],
    [
      'another entry changed',
      [entry('e7', { title: '奖', grade: '省部级' }, 'd1'), entry('e8', { title: '改了' })],
      true,
    ],
    ['a field changed', [entry('e7', { title: '奖', grade: '国家级' }, 'd1'), E8], false],
    ['a field was emptied', [entry('e7', { title: '奖', grade: '' }, 'd1'), E8], false],
    ['a field came to it', [entry('e7', { title: '奖', grade: '省部级', docNo: '1' }, 'd1'), E8], false],
    ['a field is no longer asked', [entry('e7', { title: '奖' }, 'd1'), E8], false],
    ['the picture was changed', [entry('e7', { title: '奖', grade: '省部级' }, 'd2'), E8], false],
    ['the picture was taken away', [entry('e7', { title: '奖', grade: '省部级' }), E8], false],
    ['it was removed', [E8], false],
    ['it was removed and added anew', [entry('e9', { title: '奖', grade: '省部级' }, 'd1'), E8], false],
    ['the whole list was emptied', [], false],
  ])('%s: the same %s', (_, entries, same) => {
    expect(sameAt('honours.e7', THEN, now(...entries))).toBe(same)
  })

  it('a removed entry is mended even when nothing had been filled in', () => {
    expect(sameAt('honours.e7', [entry('e7', { title: '' })], [])).toBe(false)
  })

  it('a row is compared as a row', () => {
    expect(sameAt('personal.email', THEN, THEN)).toBe(true)
    expect(sameAt('personal.email', THEN, now())).toBe(false)
    expect(sameAt('honours.e7.grade', THEN, now(entry('e7', { grade: '省部级' })))).toBe(true)
  })

  it('every entry is found under its key, steps are not', () => {
    expect([...entriesByKey(THEN).keys()]).toEqual(['honours.e7', 'honours.e8'])
  })
})
