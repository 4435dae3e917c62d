import { and, count, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CollectionError } from '#lib/collection/errors'
import { applications, draftEntries, identities, people, queueCounts } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, EMPLOYED, posted, T0 } from '../testing-drafts.ts'
import { submitApplication } from './collect.ts'
import { findWorkspace } from './own.ts'
import { recogniseAtSignIn } from './people.ts'
import { saveAnswers, saveListEntry } from './saving.ts'
import { findLatestSubmission } from './submissions.ts'

// What one writer at a time gives for nothing has to hold as well where many write at once.

let store: Store
let drafts: ReturnType<typeof draftsOn>
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const TIMES = [0, 1, 2, 3, 4, 5, 6, 7]
const together = <T>(work: (n: number) => Promise<T>) => Promise.allSettled(TIMES.map(work))
const refusals = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((r) =>
    r.status === 'rejected' ? [r.reason instanceof CollectionError ? r.reason.code : String(r.reason)] : [],
  )

describe('at the same moment', () => {
  it('one collection is started, and the other presses are told so', async () => {
    const by = await drafts.someone()
    expect(refusals(await together(() => drafts.started(by)))).toEqual(Array(7).fill('applicationOpen'))
    const rows = await store.read.select().from(applications).where(eq(applications.personId, by.person.id))
    expect(rows).toHaveLength(1)
  })

  it('a person who signs in on several devices is registered once', async () => {
    const facts = { name: '测试', idType: '111', idNumber: '41010519920101996X', mobile: '13900009960' }
    const entered = await together((n) =>
      store.write((tx) =>
        recogniseAtSignIn(tx, { ...facts, issuer: 'https://id.test', sub: `s${n % 2}` }, T0),
      ),
    )
    expect(refusals(entered)).toEqual([])
    const personIds = new Set(entered.map((r) => r.status === 'fulfilled' && r.value.personId))
    expect(personIds.size).toBe(1)
    const [personId = ''] = [...personIds].filter((id) => id !== false)
    expect(await store.read.select().from(people).where(eq(people.id, personId))).toHaveLength(1)
    const bound = await store.read.select().from(identities).where(eq(identities.personId, personId))
    expect(bound.map((row) => row.sub).sort()).toEqual(['s0', 's1'])
  })

  it('saves count one by one, and entries stand in an order', async () => {
    const by = await drafts.someone()
    const id = await drafts.started(by)
    const saves = await together((n) =>
      store.write((tx) =>
        saveListEntry(tx, by, 'honours', undefined, String(n).padStart(24, '0'), {
          pairs: [],
          version: 0,
          shown: '',
        }),
      ),
    )
    expect(refusals(saves)).toEqual([])
    const work = await findWorkspace(store.read, by.person, T0)
    expect(work?.row.revision).toBe(1 + TIMES.length)
    const rows = await store.read.select().from(draftEntries).where(eq(draftEntries.applicationId, id))
    expect(new Set(rows.map((row) => row.position)).size).toBe(TIMES.length)
  })

  it('what is submitted is what was shown: a save on the way is in it, or one of the two is refused', async () => {
    for (const _ of TIMES) {
      const { by, applicationId } = await drafts.ready()
      const revision = (await findWorkspace(store.read, by.person, T0))?.row.revision ?? 0
      const changed = posted('employment', { ...EMPLOYED, unitName: '河南另一家有限公司' })
      const results = await Promise.allSettled([
        store.write((tx) => saveAnswers(tx, by, 'employment', changed)),
        store.write((tx) => submitApplication(tx, by, { revision, declared: true })),
      ])
      expect(refusals(results)).toHaveLength(1)
      const work = await findWorkspace(store.read, by.person, T0)
      const snapshot = (await findLatestSubmission(store.read, applicationId))?.snapshot
      if (work?.row.status !== 'submitted') expect(snapshot).toBeUndefined()
      else expect(snapshot?.dossier.employment.unitName).toBe(EMPLOYED.unitName)
      expect(work?.draft.steps.employment?.unitName).toEqual([
        work?.row.status === 'submitted' ? EMPLOYED.unitName : '河南另一家有限公司',
      ])
    }
  })

  it('pressing submit again and again submits once', async () => {
    const { by, applicationId } = await drafts.ready()
    const revision = (await findWorkspace(store.read, by.person, T0))?.row.revision ?? 0
    const presses = await together(() =>
      store.write((tx) => submitApplication(tx, by, { revision, declared: true })),
    )
    expect(refusals(presses)).toEqual([])
    expect(presses.filter((r) => r.status === 'fulfilled' && !r.value.already)).toHaveLength(1)
    expect((await findLatestSubmission(store.read, applicationId))?.n).toBe(1)
  })

  it('the counters say what is there', async () => {
    const there = await store.read
      .select({ status: applications.status, n: count() })
      .from(applications)
      .where(eq(applications.officeId, '410105'))
      .groupBy(applications.status)
      .orderBy(applications.status)
    const kept = await store.read
      .select({ status: queueCounts.status, n: queueCounts.n })
      .from(queueCounts)
      .where(and(eq(queueCounts.officeId, '410105'), ne(queueCounts.n, 0)))
      .orderBy(queueCounts.status)
    expect(kept).toEqual(there)
  })
})
