import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFilter } from '#lib/review/filter'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import { findPeopleByIndex, idIndexOf } from './people.ts'
import { findNextInQueue, listQueue } from './queue.ts'
import { tallyQueue } from './queue-figures.ts'
import { claimApplication } from './review.ts'

let store: Store
let remove: () => Promise<void>
const ids: string[] = []
let reviewer: string
let waiting: Awaited<ReturnType<ReturnType<typeof draftsOn>['submitted']>>

const minutes = (n: number) => new Date(T0.getTime() + n * 60_000)
const TODAY = '2026-07-01'
const OFFICE = ['410105']

beforeAll(async () => {
  let folder: Awaited<ReturnType<typeof openTestStore>>
  ;({ store, remove } = folder = await openTestStore())
  expect(folder.store).toBe(store)
  await seedReference(store, T0)
  const drafts = draftsOn(store)
  reviewer = (await drafts.someone('审核员')).person.id
  // Pairs share an instant, so that the page must also go by id.
  for (let n = 0; n < 24; n++) {
    const { applicationId } = await drafts.submitted({
      name: n === 7 ? '欧阳娜娜' : `王${n}`,
      at: minutes(Math.floor(n / 2)),
    })
    ids.push(applicationId)
  }
  waiting = await drafts.submitted({ name: '外县人', officeId: '411302', at: minutes(1) })
  await drafts.ready('草稿人')
})
afterAll(() => remove())

const list = (params: Record<string, string> = {}, size = 5, offices: readonly string[] = OFFICE) => {
  const all = async () => {
    const pages: string[][] = []
    let cursor: Awaited<ReturnType<typeof listQueue>>['next']
    do {
      const page = await listQueue(store.read, offices, readFilter(params), {
        today: TODAY,
        size,
        ...(cursor ? { cursor } : {}),
      })
      pages.push(page.rows.map((r) => r.id))
      cursor = page.next
    } while (cursor)
    return pages
  }
  return all()
}

describe('the queue', () => {
  it('shows every application of its office once, oldest first, however the pages are cut', async () => {
    for (const size of [1, 5, 7, 24, 100]) {
      const seen = (await list({}, size)).flat()
      expect(new Set(seen).size, String(size)).toBe(24)
      expect([...seen].sort()).toEqual([...ids].sort())
    }
    const first = await listQueue(store.read, OFFICE, readFilter({}), { today: TODAY, size: 24 })
    const times = first.rows.map((r) => r.submittedAt.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(first.next).toBeUndefined()
  })

  it('goes back to exactly the page it came from', async () => {
    const one = await listQueue(store.read, OFFICE, readFilter({}), { today: TODAY, size: 7 })
    expect(one.previous).toBeUndefined()
    const two = await listQueue(store.read, OFFICE, readFilter({}), {
      today: TODAY,
      size: 7,
      ...(one.next ? { cursor: one.next } : {}),
    })
    const back = await listQueue(store.read, OFFICE, readFilter({}), {
      today: TODAY,
      size: 7,
      ...(two.previous ? { cursor: two.previous } : {}),
    })
    expect(back.rows.map((r) => r.id)).toEqual(one.rows.map((r) => r.id))
  })

  it('never shows a draft or another county, whatever is asked', async () => {
    for (const status of ['submitted', 'returned', 'approved', 'all']) {
      const seen = (await list({ status }, 100)).flat()
      expect(seen).not.toContain(waiting.applicationId)
      expect(seen.length).toBeLessThanOrEqual(24)
    }
    expect((await list({ q: '外县人', status: 'all' }, 100)).flat()).toEqual([])
    expect((await list({}, 100, [])).flat()).toEqual([])
    expect((await list({}, 100, ['411302'])).flat()).toEqual([waiting.applicationId])
  })

  it.each([
    ['欧阳', 1],
    ['ouyang', 1],
    ['oynn', 1],
    ['王1', 11],
    ['%', 0],
    ['_', 0],
    ['河南示例', 24],
    ['没有这个人', 0],
  ])('finds by name, pinyin, initials or unit: %s', async (q, n) => {
    expect((await list({ q }, 100)).flat()).toHaveLength(n)
  })

  it.each([
    [{ kind: 'first' }, 24],
    [{ kind: 'change' }, 0],
    [{ kind: 'resubmitted' }, 0],
    [{ from: '2026-07-01', to: '2026-07-01' }, 24],
    [{ from: '2026-07-02' }, 0],
    [{ to: '2026-06-30' }, 0],
    [{ exam: 'senior' }, 0],
    [{ overdue: '1' }, 0],
  ] as const)('filters by %o', async (params, n) => {
    expect((await list(params as Record<string, string>, 100)).flat()).toHaveLength(n)
  })

  it('marks what has waited more than five working days as overdue', async () => {
    const asked = { reviewer, now: minutes(60) }
    expect((await tallyQueue(store.read, OFFICE, { ...asked, today: '2026-07-08' })).overdue).toBe(0)
    expect((await tallyQueue(store.read, OFFICE, { ...asked, today: '2026-07-09' })).overdue).toBe(24)
  })

  it('gives the next one that is free, and not one’s own', async () => {
    const next = () =>
      findNextInQueue(store.read, OFFICE, readFilter({}), { today: TODAY, reviewer, now: minutes(60) })
    const first = (await next()) ?? ''
    const other = { reviewer: 'colleague', reviewIds: OFFICE, officeIds: OFFICE, now: minutes(60) }
    await store.write((tx) => claimApplication(tx, other, { id: first, version: 2 }))
    expect(await next()).not.toBe(first)
    expect(
      (await tallyQueue(store.read, OFFICE, { today: TODAY, reviewer, now: minutes(60) })).submitted,
    ).toBe(24)
  })

  it('finds a person by the index of the whole number only', async () => {
    const { idNumber, id } = waiting.by.person
    expect(await findPeopleByIndex(store.read, [idIndexOf('111', idNumber)])).toEqual([id])
    expect(await findPeopleByIndex(store.read, [idIndexOf('111', idNumber.slice(0, 17))])).toEqual([])
  })
})
