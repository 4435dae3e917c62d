import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Exam, readFilter } from '#lib/review/filter'
import { applications } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import { findNextInQueue, listQueue } from './queue.ts'
import { claimApplication } from './review.ts'

// The queue in the order of the exams (`sort=exam`, D19): one list after the other.

const OFFICE = ['410105']
const TODAY = '2026-07-01'
const ORDERS: readonly (readonly Exam[])[] = [
  ['senior', 'intermediate', 'none'],
  ['intermediate', 'senior', 'none'],
]
/** Who was submitted when and for what: pairs share an instant, so that a page must also go by id. */
const NEEDED: readonly Exam[] = [
  'none',
  'senior',
  'intermediate',
  'intermediate',
  'none',
  'senior',
  'none',
  'none',
]

let store: Store
let remove: () => Promise<void>
let reviewer: string
const rows: { id: string; exam: Exam; at: number }[] = []

const minutes = (n: number) => new Date(T0.getTime() + n * 60_000)

beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  const drafts = draftsOn(store)
  reviewer = (await drafts.someone('审核员')).person.id
  for (const [n, exam] of NEEDED.entries()) {
    const at = minutes(Math.floor(n / 2))
    const { applicationId: id } = await drafts.submitted({ name: n === 3 ? '欧阳娜娜' : `王${n}`, at })
    await store.write((tx) =>
      tx.update(applications).set({ targetExam: exam }).where(eq(applications.id, id)),
    )
    rows.push({ id, exam, at: at.getTime() })
  }
})
afterAll(() => remove())

/** What the order must be, worked out from the whole. */
const expected = (exams: readonly Exam[], keep: (row: (typeof rows)[number]) => boolean = () => true) =>
  rows
    .filter(keep)
    .sort((a, b) => exams.indexOf(a.exam) - exams.indexOf(b.exam) || a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)

const page = async (
  exams: readonly Exam[] | undefined,
  size: number,
  cursor?: Awaited<ReturnType<typeof listQueue>>['next'],
  params: Record<string, string> = {},
) =>
  listQueue(store.read, OFFICE, readFilter({ sort: 'exam', ...params }), {
    today: TODAY,
    size,
    exams,
    ...(cursor ? { cursor } : {}),
  })

describe.each(ORDERS.map((exams) => ({ exams })))('by exam: $exams', ({ exams }) => {
  it.each([1, 2, 3, 5, 8, 50])('shows each once, however the pages are cut: %i', async (size) => {
    const pages: string[][] = []
    let shown = await page(exams, size)
    for (;;) {
      pages.push(shown.rows.map(({ id }) => id))
      if (!shown.next) break
      expect(shown.next.exam).toBe(rows.find(({ id }) => id === shown.rows.at(-1)?.id)?.exam)
      shown = await page(exams, size, shown.next)
    }
    expect(pages.flat()).toEqual(expected(exams))
    // And back, to exactly the pages it came by.
    for (const before of pages.slice(0, -1).reverse()) {
      expect(shown.previous).toBeDefined()
      shown = await page(exams, size, shown.previous)
      expect(shown.rows.map(({ id }) => id)).toEqual(before)
    }
    expect(shown.previous).toBeUndefined()
  })

  it.each([
    [{ exam: 'senior' }, ({ exam }: { exam: Exam }) => exam === 'senior'],
    [{ q: '王' }, ({ id }: { id: string }) => id !== rows[3]?.id],
    [{ q: 'ouyang' }, ({ id }: { id: string }) => id === rows[3]?.id],
    [{ kind: 'first', from: TODAY }, () => true],
    [{ kind: 'change' }, () => false],
    [{ flags: '1' }, () => false],
  ])('with other filters: %o', async (params, keep) => {
    const first = await page(exams, 2, undefined, params as Record<string, string>)
    const second = first.next && (await page(exams, 50, first.next, params as Record<string, string>))
    const seen = [...first.rows, ...(second?.rows ?? [])].map(({ id }) => id)
    expect(seen).toEqual(expected(exams, keep))
  })

  it('the next free one is the first of this order', async () => {
    const asked = { today: TODAY, reviewer, now: minutes(60), exams }
    const next = () => findNextInQueue(store.read, OFFICE, readFilter({ sort: 'exam' }), asked)
    const [first = '', second] = expected(exams)
    expect(await next()).toBe(first)
    await store.write(async (tx) => {
      const colleague = { reviewer: 'colleague', reviewIds: OFFICE, officeIds: OFFICE, now: minutes(60) }
      const [row] = await tx.select().from(applications).where(eq(applications.id, first))
      await claimApplication(tx, colleague, { id: first, version: row?.version ?? 0 })
    })
    expect(await next()).toBe(second)
  })
})

it('a page of the other order is the beginning, and without an order it goes by submission', async () => {
  const [exams] = ORDERS
  const bySubmission = await page(undefined, 3)
  expect(bySubmission.rows.map(({ submittedAt }) => submittedAt)).toEqual([0, 0, 1].map(minutes))
  expect(bySubmission.next?.exam).toBeUndefined()
  const begun = await page(exams, 3, bySubmission.next)
  expect(begun.rows.map(({ id }) => id)).toEqual(expected(exams ?? []).slice(0, 3))
  expect(begun.previous).toBeUndefined()
  const other = await page(undefined, 3, begun.next)
  expect(other.rows).toEqual(bySubmission.rows)
})
