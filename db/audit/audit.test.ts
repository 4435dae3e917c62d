import { setImmediate as nextTurn } from 'node:timers/promises'
import { asc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChainEnd } from '#lib/protect/audit-chain'
import type { Head } from '#lib/protect/audit-heads'
import { keyring } from '#lib/protect/current'
import { dialect } from '../dialect.ts'
import { recordEvent } from '../queries/events.ts'
import { auditHeads, auditStart, events } from '../schema.ts'
import { type Db, openStore, type Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { outside, pastTriggers } from '../testing-outside.ts'
import { findNewestHead, listHeads, noteHead } from './heads.ts'
import { ChainError, findEnd, linkEvents } from './link.ts'
import { beginBehindBulk } from './start.ts'
import { verifyTrail } from './verify.ts'

let store: Store
let url: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, url, remove } = await openTestStore())
})
afterAll(() => remove())
// Every test begins with an empty trail.
beforeEach(() =>
  pastTriggers(url, 'delete from events', 'delete from audit_start', 'delete from audit_heads'),
)

const NOW = new Date('2026-07-01T02:00:00.123Z')
const ring = () => keyring()

/** Writes events, one a transaction. */
async function happen(n: number, on = store, verb = 'test'): Promise<void> {
  for (let nth = 0; nth < n; nth++) {
    const facts = { nth, note: '汉“字”\n' }
    await on.write((tx) => recordEvent(tx, { at: NOW, actorId: 'a', role: 'system', verb, facts }))
  }
}
const linksOf = async () =>
  (await store.read.select({ link: events.link }).from(events).orderBy(asc(events.link))).map(
    ({ link }) => link,
  )
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)
const link = (seen?: ChainEnd) => linkEvents(store, ring(), NOW, seen)
const verify = (heads: readonly Head[] = []) => verifyTrail(store.read, ring(), heads)
const heads = async (): Promise<Head[]> =>
  (await listHeads(store.read)).map(({ day, link, mac }) => ({
    ...{ day, link, place: 'the store' },
    mac: mac.toString('hex'),
  }))

/** A trail of so many linked events with a head of the day. */
async function trail(n: number): Promise<Head[]> {
  await happen(n)
  await link()
  await noteHead(store, ring(), '2026-07-01', NOW)
  return heads()
}

describe('linking', () => {
  it('gives every event its place, and a chain that is whole', async () => {
    await happen(7)
    expect(await linksOf()).toEqual(Array(7).fill(null))
    expect(await verify()).toMatchObject({ linked: 0, waiting: 7, flaw: undefined })
    expect(await link()).toMatchObject({ all: true, end: { link: 7 } })
    expect(await linksOf()).toEqual(upTo(7))
    expect(await verify()).toEqual({ linked: 7, waiting: 0, before: 0, flaw: undefined })
  })

  it('goes on where it ended, also in another process', async () => {
    await happen(3)
    const { end } = await link()
    await happen(2)
    const again = await openStore(url)
    await happen(2, again)
    expect(await linkEvents(again, ring(), NOW)).toMatchObject({ end: { link: 7 } })
    await again.close()
    await happen(1)
    expect(await link(end)).toMatchObject({ end: { link: 8 } })
    expect(await verify()).toMatchObject({ linked: 8, waiting: 0, flaw: undefined })
  })

  it('does so in small writes, and as many of them as it may', async () => {
    await store.write(async (tx) => {
      const row = { at: NOW, actorId: 'a', role: 'system', verb: 'test', facts: '{}' }
      await tx.insert(events).values(Array.from({ length: 450 }, () => row))
    })
    expect(await linkEvents(store, ring(), NOW, undefined, 1)).toMatchObject({
      all: false,
      end: { link: 200 },
    })
    expect(await linkEvents(store, ring(), NOW, undefined, 9)).toMatchObject({
      all: true,
      end: { link: 450 },
    })
    expect(await linksOf()).toEqual(upTo(450))
  })

  it('leaves no gap between writers and linkers at the same time, on two nodes where there may be two', async () => {
    const other = dialect === 'postgres' ? await openStore(url) : store
    let writing = true
    const linker = async (on: Store) => {
      let seen: ChainEnd | undefined
      while (writing) {
        seen = (await linkEvents(on, ring(), NOW, seen, 2)).end
        await nextTurn()
      }
    }
    const linkers = [linker(store), linker(store), linker(other)]
    await Promise.all(Array.from({ length: 12 }, (_, n) => happen(15, n % 2 ? store : other)))
    writing = false
    await Promise.all(linkers)
    await link()
    expect(await linksOf()).toEqual(upTo(180))
    expect(await verify()).toEqual({ linked: 180, waiting: 0, before: 0, flaw: undefined })
    if (other !== store) await other.close()
  }, 60_000)

  it('is undone with a write that fails, and done the next time', async () => {
    await happen(2)
    const failing: Store = {
      ...store,
      write: (work) =>
        store.write(async (tx) => {
          await work(tx)
          throw new Error('no')
        }),
    }
    await expect(linkEvents(failing, ring(), NOW)).rejects.toThrow('no')
    expect(await linksOf()).toEqual([null, null])
    expect(await link()).toMatchObject({ end: { link: 2 } })
    expect((await verify()).flaw).toBeUndefined()
  })

  it.each([
    ['changed at its end', "update events set facts = '{}', mac = null, link = null where link = 3"],
    ['cut', 'delete from events where link = 3'],
    ['without a start', 'delete from audit_start'],
  ])('does not go on with a chain that was %s beneath it', async (_, statement) => {
    await happen(3)
    const { end } = await link()
    await pastTriggers(url, statement)
    await happen(1)
    await expect(link(end)).rejects.toThrow(ChainError)
  })

  it('begins behind what was filled in bulk', async () => {
    const row = { at: NOW, actorId: 'a', role: 'system', verb: 'bulk', facts: '{}', link: 0 }
    await store.write(async (tx) => void (await tx.insert(events).values([row, row, row])))
    await beginBehindBulk(store, ring(), NOW)
    await happen(2)
    await link()
    expect(await verify()).toEqual({ linked: 2, waiting: 0, before: 3, flaw: undefined })
    await expect(beginBehindBulk(store, ring(), NOW)).rejects.toThrow(/already begun/)
    await store.write(async (tx) => void (await tx.insert(events).values(row)))
    expect((await verify()).flaw).toEqual({ link: 0, sentence: expect.stringMatching(/^4 events/) })
  })
})

describe('the triggers', () => {
  const refused: [string, (tx: Db) => Promise<unknown>][] = [
    ['a change', async (tx) => tx.update(events).set({ verb: 'other' })],
    [
      'a change of one that waits',
      async (tx) => tx.update(events).set({ facts: '' }).where(isNull(events.link)),
    ],
    [
      'a change beside the link',
      async (tx) =>
        tx
          .update(events)
          .set({ link: 9, mac: Buffer.alloc(33), actorId: 'b' })
          .where(isNull(events.link)),
    ],
    ['a link without a code', async (tx) => tx.update(events).set({ link: 9 }).where(isNull(events.link))],
    [
      'a code without a link',
      async (tx) =>
        tx
          .update(events)
          .set({ mac: Buffer.alloc(33) })
          .where(isNull(events.link)),
    ],
    [
      'a place before the chain',
      async (tx) =>
        tx
          .update(events)
          .set({ link: 0, mac: Buffer.alloc(33) })
          .where(isNull(events.link)),
    ],
    [
      'another link',
      async (tx) =>
        tx
          .update(events)
          .set({ link: 9, mac: Buffer.alloc(33) })
          .where(eq(events.link, 1)),
    ],
    [
      'no link any more',
      async (tx) => tx.update(events).set({ link: null, mac: null }).where(eq(events.link, 1)),
    ],
    ['no event any more', async (tx) => tx.delete(events).where(eq(events.link, 1))],
    ['no event that waits any more', async (tx) => tx.delete(events).where(isNull(events.link))],
    ['another head', async (tx) => tx.update(auditHeads).set({ link: 9 })],
    ['no head any more', async (tx) => tx.delete(auditHeads)],
    ['another start', async (tx) => tx.update(auditStart).set({ before: 9 })],
    ['no start any more', async (tx) => tx.delete(auditStart)],
  ]

  it.each(refused)('refuse %s', async (_, work) => {
    await trail(2)
    await happen(1)
    const before = await store.read.select().from(events)
    const failed = await store.write(async (tx) => void (await work(tx))).catch((error: Error) => error)
    expect(failed).toBeInstanceOf(Error)
    expect(String((failed as Error).cause ?? failed)).toContain('The trail is only added to.')
    expect(await store.read.select().from(events)).toEqual(before)
  })

  it('refuse a second event at a link', async () => {
    await trail(2)
    const [row] = await store.read.select().from(events).where(eq(events.link, 2))
    if (!row) throw new Error('no row')
    const { id: _, ...again } = row
    await expect(store.write(async (tx) => void (await tx.insert(events).values(again)))).rejects.toThrow()
  })
})

describe('verifying', () => {
  it.each([
    ['a changed row', "update events set facts = '{}' where link = 3", 3],
    [
      'another time',
      dialect === 'sqlite'
        ? 'update events set at = at + 1 where link = 1'
        : "update events set at = at + interval '1 millisecond' where link = 1",
      1,
    ],
    ['a row that is gone', 'delete from events where link = 4', 4],
    [
      'a row that is gone, and the others moved up',
      'delete from events where link = 2; update events set link = -link where link > 2; update events set link = -link - 1 where link < 0',
      2,
    ],
    [
      'a place exchanged',
      'update events set link = 100 where link = 2; update events set link = 2 where link = 5; update events set link = 5 where link = 100',
      2,
    ],
    ['a row hidden before the chain', 'update events set link = 0, mac = null where link = 1', 0],
    ['a row hidden below it', 'update events set link = -1 where link = 5', 0],
    ['a start that is gone', 'delete from audit_start', 0],
    ['another start', 'update audit_start set before = 1', 0],
  ])('finds %s', async (_, statements, at) => {
    const noted = await trail(5)
    await pastTriggers(url, ...statements.split('; '))
    expect((await verify(noted)).flaw?.link).toBe(at)
  })

  it('finds a cut tail by the head, and not without one', async () => {
    const noted = await trail(5)
    await pastTriggers(url, 'delete from events where link > 3')
    expect((await verify()).flaw).toBeUndefined()
    expect((await verify(noted)).flaw).toEqual({
      link: 4,
      sentence: expect.stringMatching(
        /^The head of 2026-07-01 in the store stands at link 5, the chain ends at 3/,
      ),
    })
    // What happens afterwards takes the same links, with other codes.
    await happen(4)
    await link()
    expect((await verify()).flaw).toBeUndefined()
    expect((await verify(noted)).flaw).toEqual({ link: 5, sentence: expect.stringContaining('written anew') })
  })

  it('finds that all is gone', async () => {
    const noted = await trail(2)
    await pastTriggers(url, 'delete from events', 'delete from audit_start')
    expect((await verify(noted)).flaw?.sentence).toContain('start of the chain is missing')
    expect((await verify()).flaw).toBeUndefined()
  })

  it('finds a change on either side of a page', async () => {
    const row = { at: NOW, actorId: 'a', role: 'system', verb: 'test', facts: '{"a":1}' }
    for (let n = 0; n < 3; n++)
      await store.write(
        async (tx) => void (await tx.insert(events).values(Array.from({ length: 800 }, () => row))),
      )
    await link()
    const seen: number[] = []
    const whole = await verifyTrail(store.read, ring(), [], (done) => seen.push(done))
    expect(whole).toEqual({ linked: 2_400, waiting: 0, before: 0, flaw: undefined })
    expect(seen).toEqual([2_000, 2_400, 2_400])
    for (const at of [1, 1_999, 2_000, 2_001, 2_400]) {
      await pastTriggers(url, `update events set verb = 'tesT' where link = ${at}`)
      expect((await verify()).flaw?.link, String(at)).toBe(at)
      await pastTriggers(url, `update events set verb = 'test' where link = ${at}`)
    }
    expect((await verify()).flaw).toBeUndefined()
  }, 60_000)
})

describe('the head', () => {
  it('is noted once a day', async () => {
    await happen(2)
    await link()
    const note = (day: string) => noteHead(store, ring(), day, NOW)
    await Promise.all([note('2026-07-01'), note('2026-07-01'), note('2026-07-01')])
    await happen(1)
    await link()
    await note('2026-07-01')
    expect((await listHeads(store.read)).map(({ day, link: at }) => [day, at])).toEqual([['2026-07-01', 2]])
    await note('2026-07-02')
    const newest = await findNewestHead(store.read)
    expect(newest).toMatchObject({ day: '2026-07-02', link: 3, mac: (await findEnd(store.read)).mac })
    expect((await verify(await heads())).flaw).toBeUndefined()
  })

  it('of a trail without events is its start', async () => {
    await noteHead(store, ring(), '2026-07-01', NOW)
    expect(await heads()).toMatchObject([{ link: 0 }])
    expect((await verify(await heads())).flaw).toBeUndefined()
  })
})

it.runIf(dialect === 'postgres')('the tables are not emptied in one go either', async () => {
  await trail(1)
  for (const table of ['events', 'audit_heads', 'audit_start'])
    await expect(outside(url, `truncate ${table}`)).rejects.toThrow('only added to')
})
