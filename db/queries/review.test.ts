import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CollectionError } from '#lib/collection/errors'
import { applications, events, outbox, queueCounts } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, EMPLOYED, posted, T0 } from '../testing-drafts.ts'
import { startChange } from './collect.ts'
import { listHistory } from './desk-history.ts'
import { findOwnCollection, findWorkspace } from './own.ts'
import { findRecordInForce } from './records.ts'
import {
  claimApplication,
  forwardApplication,
  NotInScope,
  type Reviewing,
  recordRefusal,
  releaseApplication,
  renewClaim,
  revealNumbers,
  takeOverApplication,
} from './review.ts'
import { approveApplication, returnApplication, undoDecisionOf } from './review-decide.ts'
import { saveAnswers } from './saving.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
let reviewer: string
let colleague: string
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
  reviewer = (await drafts.someone('周敏')).person.id
  colleague = (await drafts.someone('吴刚')).person.id
})
afterAll(() => remove())

const later = (minutes: number) => new Date(T0.getTime() + minutes * 60_000)
const desk = (who: string, minutes = 0, office = '410105'): Reviewing => ({
  reviewer: who,
  reviewIds: [office],
  officeIds: [office],
  now: later(minutes),
})
const rowOf = async (id: string) => {
  const [row] = await store.read.select().from(applications).where(eq(applications.id, id))
  if (!row) throw new Error('gone')
  return row
}
const seenOf = async (id: string) => ({ id, version: (await rowOf(id)).version })
const claim = async (id: string, by = desk(reviewer)) => {
  const seen = await seenOf(id)
  await store.write((tx) => claimApplication(tx, by, seen))
  return seenOf(id)
}
const NOTHING = { codes: [], text: '', openAll: false, comments: [] }

async function countersHold(): Promise<void> {
  const counted = await store.read
    .select({
      o: applications.officeId,
      s: applications.status,
      k: applications.kind,
      n: sql<number>`count(*)`,
    })
    .from(applications)
    .groupBy(applications.officeId, applications.status, applications.kind)
  const kept = (await store.read.select().from(queueCounts)).filter((c) => c.n !== 0)
  expect(kept.map((c) => `${c.officeId} ${c.status} ${c.kind} ${c.n}`).sort()).toEqual(
    counted.map((c) => `${c.o} ${c.s} ${c.k} ${c.n}`).sort(),
  )
}

describe('claiming (D11)', () => {
  it('is refused to a colleague while the lease runs, and leaves its traces', async () => {
    const { applicationId: id } = await drafts.submitted()
    await claim(id)
    const seen = await seenOf(id)
    await expect(store.write((tx) => claimApplication(tx, desk(colleague, 5), seen))).rejects.toMatchObject({
      code: 'claimedByOther',
    })
    await store.write((tx) => renewClaim(tx, desk(reviewer, 10), id))
    await expect(store.write((tx) => claimApplication(tx, desk(colleague, 20), seen))).rejects.toThrow()
    await store.write((tx) => takeOverApplication(tx, desk(colleague, 20), seen))
    expect((await rowOf(id)).claimHolder).toBe(colleague)
    const history = await listHistory(store.read, id)
    expect(history.find(({ verb }) => verb === 'takeOver')).toMatchObject({
      actorId: colleague,
      holder: reviewer,
    })
    const told = await store.read
      .select({ verb: events.verb })
      .from(events)
      .where(eq(events.applicationId, id))
    expect(told.map((e) => e.verb)).toEqual(expect.arrayContaining(['claim', 'reveal', 'takeOver']))
    const held = await seenOf(id)
    await store.write((tx) => releaseApplication(tx, desk(colleague, 21), held))
    expect((await rowOf(id)).claimHolder).toBeNull()
  })

  it('shows its numbers without a claim too, for a reason that is on record, to who decides there', async () => {
    const { applicationId: id } = await drafts.submitted()
    const before = await rowOf(id)
    await store.write((tx) => revealNumbers(tx, desk(reviewer, 3), id, 'phone'))
    expect(await rowOf(id)).toEqual(before)
    const told = await store.read
      .select()
      .from(events)
      .where(and(eq(events.applicationId, id), eq(events.verb, 'reveal')))
    expect(told).toMatchObject([{ actorId: reviewer, role: 'reviewer', facts: '{"reason":"phone"}' }])
    const overseer = { ...desk(reviewer), reviewIds: [] }
    for (const by of [overseer, desk(reviewer, 0, '411302')])
      await expect(store.write((tx) => revealNumbers(tx, by, id, 'phone'))).rejects.toThrow(NotInScope)
  })

  it('does not find another county’s application, nor a draft', async () => {
    const { applicationId: id } = await drafts.submitted()
    const foreign = desk(reviewer, 0, '411302')
    await expect(store.write((tx) => claimApplication(tx, foreign, { id, version: 2 }))).rejects.toThrow(
      NotInScope,
    )
    const draft = await drafts.ready()
    await expect(
      store.write((tx) => claimApplication(tx, desk(reviewer), { id: draft.applicationId, version: 1 })),
    ).rejects.toThrow(NotInScope)
  })

  it('is refused for one’s own application, and the refusal is recorded (D14)', async () => {
    const { by, applicationId: id } = await drafts.submitted()
    const own = desk(by.person.id)
    await expect(store.write((tx) => claimApplication(tx, own, { id, version: 2 }))).rejects.toMatchObject({
      code: 'ownRecord',
    })
    await store.write((tx) => recordRefusal(tx, own, id, 'ownRecord'))
    const [event] = await store.read
      .select()
      .from(events)
      .where(and(eq(events.applicationId, id), eq(events.verb, 'refused')))
    expect(event?.facts).toContain('ownRecord')
  })
})

describe('deciding', () => {
  it('approves: record in force, message after ten minutes, counters', async () => {
    const { by, applicationId: id } = await drafts.submitted()
    const seen = await claim(id)
    await store.write((tx) => approveApplication(tx, desk(reviewer), seen, ''))
    expect(await findRecordInForce(store.read, by.person.id)).toMatchObject({
      version: 1,
      officeId: '410105',
    })
    const messages = await store.read.select().from(outbox)
    const last = messages.at(-1)
    expect((last?.leavesAt.getTime() ?? 0) - T0.getTime()).toBe(10 * 60_000)
    await countersHold()
  })

  it('of two reviewers deciding at once exactly one wins, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const { applicationId: id } = await drafts.submitted()
      const seen = await claim(id)
      const one = store.write((tx) => approveApplication(tx, desk(reviewer), seen, ''))
      const two = store.write(async (tx) => {
        await takeOverApplication(tx, desk(colleague), seen)
        await returnApplication(
          tx,
          desk(colleague),
          { id, version: seen.version + 1 },
          { ...NOTHING, codes: ['RR01'] },
        )
      })
      const results = await Promise.allSettled(round % 2 === 0 ? [one, two] : [two, one])
      expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
      const lost = results.find((r) => r.status === 'rejected')
      expect(lost && lost.status === 'rejected' && lost.reason).toBeInstanceOf(CollectionError)
    }
    await countersHold()
  })

  it('returns with comments and opens what they concern', async () => {
    const { by, applicationId: id } = await drafts.submitted()
    const seen = await claim(id)
    await expect(
      store.write((tx) => returnApplication(tx, desk(reviewer), seen, NOTHING)),
    ).rejects.toMatchObject({
      code: 'reasonMissing',
    })
    const comments = [{ key: 'employment.unitName', text: '写全称' }]
    await store.write((tx) => returnApplication(tx, desk(reviewer), seen, { ...NOTHING, comments }))
    const work = await findWorkspace(store.read, by.person, later(1))
    expect(work?.row.status).toBe('returned')
    expect(work?.opening.parts).toContain('employment')
    expect(work?.opening.parts).not.toContain('personal')
    expect(work?.comments).toMatchObject([
      { key: 'employment.unitName', mended: false, was: '河南示例有限公司' },
    ])
  })

  it('a change approved elsewhere is the record of the new office', async () => {
    const { by, applicationId: id } = await drafts.submitted()
    const seen = await claim(id)
    await store.write((tx) => approveApplication(tx, desk(reviewer), seen, ''))
    await store.write((tx) => startChange(tx, by, { parts: ['employment'], consented: true }))
    await drafts.submit(by)
    const { workspace } = await findOwnCollection(store.read, by.person, T0)
    const change = await claim(workspace?.row.id ?? '')
    await store.write((tx) =>
      forwardApplication(tx, desk(reviewer), change, { officeId: '411302', note: '单位在宛城区' }),
    )
    const there = desk(colleague, 0, '411302')
    const moved = await claim(workspace?.row.id ?? '', there)
    await store.write((tx) => approveApplication(tx, there, moved, ''))
    expect(await findRecordInForce(store.read, by.person.id)).toMatchObject({
      version: 2,
      officeId: '411302',
    })
    await countersHold()
  })
})

describe('undo (D15)', () => {
  const decided = async (text = '') => {
    const draft = await drafts.submitted()
    const seen = await claim(draft.applicationId)
    await store.write((tx) =>
      text === ''
        ? approveApplication(tx, desk(reviewer), seen, '')
        : returnApplication(tx, desk(reviewer), seen, { ...NOTHING, text }),
    )
    return draft
  }

  it('gives back what had been decided, ticks too, so that it is not typed twice', async () => {
    const { applicationId: id } = await drafts.submitted()
    const seen = await claim(id)
    const said = {
      codes: ['RR08'],
      text: '请补全',
      openAll: true,
      comments: [{ key: 'employment.unitName', text: '写全称' }],
      ticks: ['personal.photo', 'employment.uscc'],
    }
    await store.write((tx) => returnApplication(tx, desk(reviewer), seen, said))
    const decidedAt = await seenOf(id)
    const undone = await store.write((tx) => undoDecisionOf(tx, desk(reviewer, 1), decidedAt))
    const comments = undone.comments.map(({ key, text }) => ({ key, text }))
    expect({ ...undone, comments }).toMatchObject({ ...said, decision: 'return' })
  })

  it('takes back the record and the message', async () => {
    const { by, applicationId: id } = await decided()
    const before = (await store.read.select().from(outbox)).length
    const seen = await seenOf(id)
    await store.write((tx) => undoDecisionOf(tx, desk(reviewer, 9), seen))
    expect(await findRecordInForce(store.read, by.person.id)).toBeUndefined()
    expect((await rowOf(id)).status).toBe('submitted')
    expect((await store.read.select().from(outbox)).length).toBe(before - 1)
    await countersHold()
  })

  it('is refused after ten minutes, to a colleague, and once the applicant has acted', async () => {
    const { by, applicationId: id } = await decided('看不清')
    const seen = await seenOf(id)
    const undo = (who: string, minutes: number) =>
      store.write((tx) => undoDecisionOf(tx, desk(who, minutes), seen))
    await expect(undo(colleague, 1)).rejects.toMatchObject({ code: 'notClaimed' })
    await expect(undo(reviewer, 11)).rejects.toMatchObject({ code: 'tooLate' })
    await store.write((tx) =>
      saveAnswers(
        tx,
        { ...by, now: later(2) },
        'employment',
        posted('employment', { ...EMPLOYED, unitName: '新' }),
      ),
    )
    await expect(undo(reviewer, 3)).rejects.toMatchObject({ code: 'tooLate' })
  })
})

describe('forward (D16)', () => {
  it('needs a note and another county; oversight may do it without a claim', async () => {
    const { applicationId: id } = await drafts.submitted()
    const seen = await claim(id)
    const move = (by: Reviewing, officeId: string, note: string, from = seen) =>
      store.write((tx) => forwardApplication(tx, by, from, { officeId, note }))
    await expect(move(desk(reviewer), '411302', ' ')).rejects.toMatchObject({ code: 'noteMissing' })
    await expect(move(desk(reviewer), '410105', '错了')).rejects.toMatchObject({ code: 'sameOffice' })
    await expect(move(desk(reviewer), '410100', '给市里')).rejects.toMatchObject({ code: 'sameOffice' })
    const oversight: Reviewing = {
      reviewer: colleague,
      reviewIds: [],
      officeIds: ['410105', '410102'],
      now: later(1),
    }
    await move(oversight, '410102', '单位在中原区')
    expect(await rowOf(id)).toMatchObject({ officeId: '410102', claimHolder: null, submittedAt: T0 })
    await countersHold()
  })
})
