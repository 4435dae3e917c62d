import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import {
  AUDIT_PAGE,
  type AuditCursor,
  type AuditSearch,
  findByIdNumber,
  namesOf,
  recordSearch,
  searchEvents,
} from './audit-search.ts'
import { type Happening, recordEvent } from './events.ts'

let store: Store
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  await store.write(async (tx) => {
    for (const happening of HAPPENED) await recordEvent(tx, happening)
  })
})
afterAll(() => remove())

const day = (n: number) => new Date(Date.UTC(2026, 5, n))
const VERBS = ['claim', 'approve', 'publishNotice']
/** 180 events of three people at two offices, two staff, over 30 days: two at the same instant each. */
const HAPPENED: Happening[] = Array.from({ length: 180 }, (_, n) => ({
  at: day(1 + (Math.floor(n / 2) % 30)),
  actorId: n % 5 === 0 ? `person${n % 3}` : `staff${n % 2}`,
  role: n % 5 === 0 ? 'applicant' : 'reviewer',
  verb: VERBS[n % VERBS.length] ?? '',
  personId: `person${n % 3}`,
  officeId: n % 4 === 0 ? '410105' : '411302',
  applicationId: `a${n}`,
}))

/** The same question, answered by looking at everything. */
const expected = (search: AuditSearch) =>
  HAPPENED.filter(
    (h) =>
      (!search.personId || h.personId === search.personId) &&
      (!search.actorId || (h.actorId === search.actorId && h.role !== 'applicant')) &&
      (!search.officeId || h.officeId === search.officeId) &&
      (!search.verb || h.verb === search.verb) &&
      (!search.from || h.at >= search.from) &&
      (!search.until || h.at < search.until),
  )
    .map((h) => h.applicationId)
    .sort()

async function everything(search: AuditSearch): Promise<(string | null)[]> {
  const ids: (string | null)[] = []
  let after: AuditCursor | undefined
  let last = Number.POSITIVE_INFINITY
  do {
    const { rows, next }: Awaited<ReturnType<typeof searchEvents>> = await searchEvents(
      store.read,
      search,
      after,
    )
    expect(rows.length).toBeLessThanOrEqual(AUDIT_PAGE)
    for (const row of rows) {
      expect(row.at.getTime()).toBeLessThanOrEqual(last)
      last = row.at.getTime()
      ids.push(row.applicationId)
    }
    after = next
  } while (after)
  return ids
}

const given = <T>(value: T) => [undefined, value]
const SEARCHES = given('person1').flatMap((personId) =>
  given('staff1').flatMap((actorId) =>
    given('410105').flatMap((officeId) =>
      [undefined, 'claim', 'publishNotice'].flatMap((verb) =>
        given(day(10)).flatMap((from) =>
          given(day(20)).map((until): AuditSearch => ({ personId, actorId, officeId, verb, from, until })),
        ),
      ),
    ),
  ),
)

describe('a search of the record', () => {
  it('finds under every combination what a look at everything finds, each once, newest first', async () => {
    for (const search of SEARCHES) {
      const found = await everything({ ...search, until: search.until ?? day(31) })
      expect([...found].sort(), JSON.stringify(search)).toEqual(expected(search))
      expect(new Set(found).size).toBe(found.length)
    }
  })

  it('finds a person by the number, whoever asks in whatever signs', async () => {
    const { person } = await draftsOn(store).someone('李测试')
    expect(await findByIdNumber(store.read, person.idNumber)).toBe(person.id)
    expect(await findByIdNumber(store.read, person.idNumber.toLowerCase())).toBe(person.id)
    expect(await findByIdNumber(store.read, '410105198002039989')).toBeUndefined()
    expect(await namesOf(store.read, [person.id, person.id, 'none'])).toEqual(
      new Map([[person.id, '李测试']]),
    )
  })

  it('is written down itself, without the number', async () => {
    const by = { actorId: 'admin', now: T0 }
    await store.write((tx) =>
      recordSearch(tx, by, { personId: 'person1', verb: 'claim', from: day(1) }, false),
    )
    await store.write((tx) => recordSearch(tx, by, {}, true))
    const { rows } = await searchEvents(store.read, { verb: 'auditSearch' })
    expect(rows.map((row) => [row.personId, row.facts]).sort()).toEqual([
      [null, '{"unknownPerson":true}'],
      ['person1', '{"verb":"claim","from":"2026-06-01T00:00:00.000Z"}'],
    ])
    expect((await store.read.select().from(events)).some((row) => row.facts.includes('4101'))).toBe(false)
  })
})
