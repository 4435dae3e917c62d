import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainEnd, type ChainStart, macOfNext, macOfStart, type TrailEvent } from './audit-chain.ts'
import { checkChain, type Flaw, type LinkedEvent } from './audit-check.ts'
import type { Head } from './audit-heads.ts'
import type { Keyring } from './keyring.ts'

const ringOf = (...ids: number[]): Keyring => {
  const set = { current: ids.at(-1) ?? 1, keys: new Map(ids.map((id) => [id, randomBytes(32)])) }
  return { seal: set, blind: set }
}
const RING = ringOf(1, 2)
const AT = new Date('2026-07-01T00:00:00.123Z')
const START: ChainStart & { mac: Buffer } = {
  before: 7,
  at: AT,
  mac: macOfStart(RING, { before: 7, at: AT }),
}

/** Links events, the first half with the older key. */
function chainOf(events: readonly TrailEvent[]): LinkedEvent[] {
  let end: ChainEnd = { link: 0, mac: START.mac }
  return events.map((event, n) => {
    end = { link: end.link + 1, mac: macOfNext(RING, end, event, n < events.length / 2 ? 1 : 2) }
    return { ...event, ...end }
  })
}

const headOf = ({ link, mac }: LinkedEvent, day = '2026-07-01'): Head => ({
  ...{ day, link, place: 'a file' },
  mac: mac?.toString('hex') ?? '',
})

/** The first flaw of some rows in the order in which the store would give them. */
function flawOf(rows: readonly LinkedEvent[], heads: readonly Head[] = [], ring = RING): Flaw | undefined {
  const check = checkChain(ring, START, heads)
  let flaw = check.begin()
  for (const row of rows.toSorted((a, b) => a.link - b.link || a.id - b.id)) flaw ??= check.next(row)
  return flaw ?? check.finish()
}

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const event: fc.Arbitrary<Omit<TrailEvent, 'id'>> = fc.record({
  at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  actorId: text,
  role: text,
  verb: text,
  applicationId: fc.option(text),
  personId: fc.option(text),
  officeId: fc.option(text),
  facts: fc.json(),
})
/** A chain of at least two, and the places of two different links in it. */
const chain = fc
  .array(event, { minLength: 2, maxLength: 20 })
  .map((events) => chainOf(events.map((one, n) => ({ ...one, id: 3 * n + 1 }))))
const places = fc.tuple(chain, fc.nat(), fc.nat()).map(([rows, a, b]) => ({
  rows,
  first: a % rows.length,
  second: (a + 1 + (b % (rows.length - 1))) % rows.length,
}))

const put = (rows: readonly LinkedEvent[], at: number, change: Partial<LinkedEvent>): LinkedEvent[] =>
  rows.map((row, n) => (n === at ? { ...row, ...change } : row))
const rowAt = (rows: readonly LinkedEvent[], at: number): LinkedEvent => {
  const row = rows[at]
  if (!row) throw new Error('no such row')
  return row
}
const always = (property: fc.IPropertyWithHooks<[{ rows: LinkedEvent[]; first: number; second: number }]>) =>
  fc.assert(property, { seed: 7, numRuns: 300 })

/** One thing done to a row, of which the row itself shows nothing. */
const CHANGES: Record<string, (row: LinkedEvent) => Partial<LinkedEvent>> = {
  id: (row) => ({ id: row.id + 1 }),
  'time by a millisecond': (row) => ({ at: new Date(row.at.getTime() + 1) }),
  actor: (row) => ({ actorId: `${row.actorId}x` }),
  role: (row) => ({ role: `${row.role} ` }),
  verb: (row) => ({ verb: row.verb === '' ? 'x' : row.verb.slice(1) }),
  application: (row) => ({ applicationId: row.applicationId === null ? '' : null }),
  person: (row) => ({ personId: row.personId === null ? 'null' : `${row.personId}0` }),
  office: (row) => ({ officeId: row.officeId === null ? '' : null }),
  facts: (row) => ({ facts: `${row.facts} ` }),
  'person and office, exchanged': (row) =>
    row.personId === row.officeId ? { facts: '' } : { personId: row.officeId, officeId: row.personId },
  'actor and role, run together': (row) => ({ actorId: `${row.actorId}${row.role}x`, role: '' }),
  'no code': () => ({ mac: null }),
  'a code cut short': (row) => ({ mac: row.mac?.subarray(0, 32) ?? null }),
  'a code with the other key': (row) => {
    const mac = Buffer.from(row.mac ?? [])
    mac[0] = mac[0] === 1 ? 2 : 1
    return { mac }
  },
}

describe('a chain', () => {
  it('is whole as it was written, against every head', () =>
    always(
      fc.property(places, ({ rows }) => {
        expect(flawOf(rows, rows.map((row) => headOf(row)).reverse())).toBeUndefined()
      }),
    ))

  it.each(Object.entries(CHANGES))('shows a changed row at its link: %s', (_, change) =>
    always(
      fc.property(places, ({ rows, first }) => {
        expect(flawOf(put(rows, first, change(rowAt(rows, first))))?.link).toBe(first + 1)
      }),
    ),
  )

  it('shows each single byte of a code, and of every text, that is another', () => {
    const rows = chainOf([1, 2, 3].map((id) => ({ ...SAMPLE, id })))
    const [, middle] = rows
    for (let at = 0; at < 33; at++) {
      const mac = Buffer.from(middle?.mac ?? [])
      mac[at] = (mac[at] ?? 0) ^ 1
      expect(flawOf(put(rows, 1, { mac }))?.link, `byte ${at} of the code`).toBe(2)
    }
    for (const field of TEXTS) {
      for (let at = 0; at < SAMPLE[field].length; at++) {
        const bytes = Buffer.from(SAMPLE[field])
        bytes[at] = (bytes[at] ?? 0) ^ 1
        const changed = put(rows, 1, { [field]: bytes.toString() })
        expect(flawOf(changed)?.link, `byte ${at} of ${field}`).toBe(2)
      }
    }
  })

  it('shows a row that is gone where it was; the last one only against a head', () =>
    always(
      fc.property(places, ({ rows, first }) => {
        const left = rows.filter((_, n) => n !== first)
        const heads = [headOf(rowAt(rows, rows.length - 1))]
        expect(flawOf(left, heads)?.link).toBe(first + 1)
        if (first === rows.length - 1) expect(flawOf(left)).toBeUndefined()
      }),
    ))

  it('shows two rows that have changed places at the earlier one', () =>
    always(
      fc.property(places, ({ rows, first, second }) => {
        const [a, b] = [rowAt(rows, first), rowAt(rows, second)]
        const links = put(put(rows, first, { link: b.link }), second, { link: a.link })
        expect(flawOf(links)?.link).toBe(Math.min(a.link, b.link))
        const codes = put(put(links, first, { mac: b.mac }), second, { mac: a.mac })
        expect(flawOf(codes)?.link).toBe(Math.min(a.link, b.link))
      }),
    ))

  it('shows a row that was put in, between two or behind the last', () =>
    always(
      fc.property(places, ({ rows, first, second }) => {
        const forged = { ...rowAt(rows, first), id: 1_000, mac: rowAt(rows, second).mac }
        const later = rows.map((row) => (row.link > first + 1 ? { ...row, link: row.link + 1 } : row))
        expect(flawOf([...later, { ...forged, link: first + 2 }])?.link).toBe(first + 2)
        expect(flawOf([...rows, { ...forged, link: rows.length + 1 }])?.link).toBe(rows.length + 1)
      }),
    ))

  it('shows a row that is there twice', () =>
    always(
      fc.property(places, ({ rows, first }) => {
        const row = rowAt(rows, first)
        expect(flawOf([...rows, row])?.link).toBe(row.link)
        expect(flawOf([...rows, { ...row, id: 1_000 }])?.link).toBe(row.link)
        expect(flawOf([...rows, { ...row, id: 0 }])?.link).toBe(row.link)
      }),
    ))

  it('shows a link that is another number', () =>
    always(
      fc.property(places, ({ rows, first }) => {
        const far = put(rows, first, { link: 1_000 })
        expect(flawOf(far)?.link).toBe(first + 1)
      }),
    ))
})

const TEXTS = ['actorId', 'role', 'verb', 'applicationId', 'personId', 'officeId', 'facts'] as const
const SAMPLE = {
  at: AT,
  actorId: 'actor',
  role: 'reviewer',
  verb: 'approve',
  applicationId: 'application',
  personId: 'person',
  officeId: '410105',
  facts: '{"code":"RR01","n":2}',
}

describe('heads and keys', () => {
  const rows = chainOf([1, 2, 3, 4].map((id) => ({ ...SAMPLE, id })))
  const last = rowAt(rows, 3)

  it('say the day whose head is not reached', () => {
    const heads = [headOf(last, '2026-07-03'), headOf(rowAt(rows, 2), '2026-07-02')]
    expect(flawOf(rows.slice(0, 2), heads)).toEqual({
      link: 3,
      sentence: expect.stringMatching(
        /^The head of 2026-07-02 in a file stands at link 3, the chain ends at 2/,
      ),
    })
  })

  it('say where a chain was written anew by somebody who has the keys', () => {
    const anew = chainOf([1, 2, 3, 4].map((id) => ({ ...SAMPLE, id, verb: id === 2 ? 'return' : 'approve' })))
    expect(flawOf(anew)).toBeUndefined()
    expect(flawOf(anew, [headOf(rowAt(rows, 0)), headOf(rowAt(rows, 2))])).toEqual({
      link: 3,
      sentence: expect.stringContaining('written anew'),
    })
  })

  it('are compared at the start as well', () => {
    const head = { day: '2026-07-01', link: 0, place: 'a file' }
    expect(flawOf([], [{ ...head, mac: START.mac.toString('hex') }])).toBeUndefined()
    expect(flawOf([], [{ ...head, mac: '00'.repeat(33) }])?.link).toBe(0)
  })

  it.each([
    ['a key that the ring has not', ringOf(1), /KEYRING/],
    ['another ring', ringOf(1, 2), /KEYRING/],
  ])('%s is told', (_, ring, sentence) => {
    expect(flawOf(rows, [], ring)).toEqual({ link: 0, sentence: expect.stringMatching(sentence) })
  })

  it('a key that came later and is missing is told at its first link', () => {
    const { keys } = RING.seal
    const start = { before: 0, at: AT, mac: macOfStart(RING, { before: 0, at: AT }, 1) }
    let end: ChainEnd = { link: 0, mac: start.mac }
    const mixed = [1, 2].map((keyId) => {
      end = { link: end.link + 1, mac: macOfNext(RING, end, { ...SAMPLE, id: keyId }, keyId) }
      return { ...SAMPLE, id: keyId, ...end }
    })
    const without = { ...RING, seal: { current: 1, keys: new Map([...keys].slice(0, 1)) } }
    const check = checkChain(without, start, [])
    expect(check.begin()).toBeUndefined()
    expect(mixed.map((row) => check.next(row)?.sentence)).toEqual([
      undefined,
      expect.stringContaining('key 2, which is not in the key ring'),
    ])
  })

  it('a start that claims fewer events before it is found', () => {
    const check = checkChain(RING, { ...START, before: 6 }, [])
    expect(check.begin()?.link).toBe(0)
  })
})
