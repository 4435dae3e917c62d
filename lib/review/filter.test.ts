import { describe, expect, test } from 'vitest'
import {
  isNarrowed,
  isNumberLike,
  packCursor,
  packPlace,
  readFilter,
  unpackCursor,
  unpackPlace,
} from './filter.ts'

const DEFAULT = readFilter({})

describe('readFilter', () => {
  test('shows what waits when nothing is asked', () => {
    expect(DEFAULT).toEqual({ status: 'submitted', q: '', overdue: false, flags: false, mine: false })
    expect(isNarrowed(DEFAULT)).toBe(false)
  })
  test.each([
    [{ status: 'draft' }, { status: 'submitted' }],
    [{ status: 'approved' }, { status: 'approved' }],
    [{ status: ['approved', 'returned'] }, { status: 'submitted' }],
    [{ kind: 'resubmitted' }, { kind: 'resubmitted' }],
    [{ kind: 'other' }, { kind: undefined }],
    [{ q: '  张伟 ' }, { q: '张伟' }],
    [{ q: '410105199203159973' }, { q: '' }],
    [{ from: '2026-02-30' }, { from: undefined }],
    [
      { from: '2026-02-28', to: '2026-3-1' },
      { from: '2026-02-28', to: undefined },
    ],
    [{ overdue: 'yes' }, { overdue: false }],
    [{ exam: 'senior' }, { exam: 'senior' }],
    [{ exam: 'none' }, { exam: undefined }],
    [{ sort: 'exam' }, { sort: 'exam' }],
    [{ sort: 'name' }, { sort: undefined }],
    [
      { flags: '1', mine: '1' },
      { flags: true, mine: true },
    ],
    [
      { flags: 'true', mine: '0' },
      { flags: false, mine: false },
    ],
  ])('%o reads as %o', (params, expected) => expect(readFilter(params)).toMatchObject(expected))

  test('packs and unpacks', () => {
    const filter = readFilter({
      status: 'all',
      kind: 'change',
      q: '豫&中=',
      from: '2026-01-01',
      overdue: '1',
    })
    const after = packCursor({ at: new Date(1), id: 'a', back: true })
    expect(unpackPlace(packPlace({ filter, after }))).toEqual({ filter, after, find: undefined })
    expect(isNarrowed(filter)).toBe(true)
  })

  test('the order belongs to the place, and narrows nothing', () => {
    const filter = readFilter({ sort: 'exam', kind: 'first' })
    const after = packCursor({ at: new Date(1), id: 'a', back: false, exam: 'none' })
    expect(unpackPlace(packPlace({ filter, after }))).toEqual({ filter, after, find: undefined })
    expect(isNarrowed(readFilter({ sort: 'exam' }))).toBe(false)
  })

  test.each([
    ['exam', undefined],
    ['', 'senior'],
  ] as const)('a page of another order is the beginning: sort=%s', (sort, exam) => {
    const after = packCursor({ at: new Date(1), id: 'a', back: false, exam })
    expect(unpackPlace(`sort=${sort}&after=${after}`).after).toBeUndefined()
  })

  test('a place by number keeps the kept result and no filter', () => {
    const place = unpackPlace(packPlace({ filter: readFilter({ kind: 'change' }), find: 'abc123' }))
    expect(place).toEqual({ filter: DEFAULT, after: undefined, find: 'abc123' })
  })

  test.each(['status=nonsense&q=', 'find=../x', 'after=410105', 'q=410105199203159973', undefined])(
    'what nobody packed is the beginning of the queue: %s',
    (text) => expect(unpackPlace(text)).toEqual({ filter: DEFAULT, after: undefined, find: undefined }),
  )

  test('a claim of one’s own narrows the queue', () => {
    expect(isNarrowed(readFilter({ mine: '1' }))).toBe(true)
    expect(isNarrowed(readFilter({ status: 'approved' }))).toBe(false)
  })
})

test.each([
  ['410105199203159973', true],
  ['４１０１０５１９９２０３１５９９７３', true],
  ['41010519920315997x', true],
  ['138 0000 0003', true],
  ['E12345678', true],
  ['zhangwei', false],
  ['张伟', false],
  ['第3小学', false],
  ['HN202611233ACDEFG', false],
])('%s is a number: %s', (text, is) => expect(isNumberLike(text)).toBe(is))

test('the cursor comes back whole, and foreign text is no cursor', () => {
  const cursor = { at: new Date('2026-11-23T01:02:03.456Z'), id: 'a0b1', back: true }
  for (const exam of [undefined, 'intermediate', 'senior', 'none'] as const) {
    expect(unpackCursor(packCursor({ ...cursor, exam }))).toEqual({ ...cursor, exam })
  }
  for (const plain of ['f.1.;', 'f.1.a.law', 'f.1.a.', 'f.1.a.none.none', 'x.1.a']) {
    expect(unpackCursor(Buffer.from(plain).toString('base64url')), plain).toBeUndefined()
  }
  for (const text of [undefined, '', 'x', '410105']) expect(unpackCursor(text)).toBeUndefined()
})
