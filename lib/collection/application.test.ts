import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as machine from './application.ts'
import { CollectionError } from './errors.ts'

const T0 = new Date('2026-07-01T09:00:00+08:00')
const later = (minutes: number) => new Date(T0.getTime() + minutes * 60_000)
const REVIEWER = 'reviewer'
const COLLEAGUE = 'colleague'

const started = () =>
  machine.start({
    id: 'a',
    personId: 'applicant',
    officeId: '410105',
    kind: 'first',
    hasRecord: false,
    hasOpen: false,
    consented: true,
  }).next
const submitted = () => machine.submit(started(), { now: T0, revision: 1, declared: true, blocking: 0 }).next
const claimed = () => machine.claim(submitted(), { reviewer: REVIEWER, now: T0, version: 2 }).next

const codeOf = (work: () => unknown) => {
  try {
    work()
    return 'done'
  } catch (error) {
    if (error instanceof CollectionError) return error.code
    throw error
  }
}

describe('start', () => {
  const input = { id: 'a', personId: 'p', officeId: 'o', hasRecord: false, hasOpen: false, consented: true }
  it.each([
    ['first', {}, 'done'],
    ['first', { consented: false }, 'consentMissing'],
    ['first', { hasOpen: true }, 'applicationOpen'],
    ['first', { hasRecord: true }, 'recordExists'], // case 17
    ['change', {}, 'notOpen'],
    ['change', { hasRecord: true }, 'done'],
    ['change', { hasRecord: true, hasOpen: true }, 'applicationOpen'],
  ] as const)('%s with %o: %s', (kind, patch, code) => {
    expect(codeOf(() => machine.start({ ...input, kind, ...patch }))).toBe(code)
  })
})

describe('submit', () => {
  const draft = started()
  const input = { now: T0, revision: 1, declared: true, blocking: 0 }
  it.each([
    [{}, 'done'],
    [{ blocking: 1 }, 'blocked'],
    [{ declared: false }, 'declarationMissing'],
    [{ revision: 2 }, 'stale'],
  ])('with %o: %s', (patch, code) => {
    expect(codeOf(() => machine.submit(draft, { ...input, ...patch }))).toBe(code)
  })

  it('counts and moves the version', () => {
    expect(submitted()).toMatchObject({ status: 'submitted', version: 2, submissions: 1, submittedAt: T0 })
    expect(codeOf(() => machine.submit(submitted(), input))).toBe('notOpen')
  })
})

describe('claim (D11, D14)', () => {
  it('lasts fifteen minutes from the last look', () => {
    const a = claimed()
    expect(machine.liveClaim(a, later(14.99))?.holder).toBe(REVIEWER)
    expect(machine.liveClaim(a, later(15))).toBeUndefined()
    const renewed = machine.renew(a, REVIEWER, later(10))
    expect(machine.liveClaim(renewed, later(24))?.holder).toBe(REVIEWER)
    expect(machine.renew(a, COLLEAGUE, later(10))).toBe(a)
  })

  it.each([
    [
      'a colleague while it lives',
      () => machine.claim(claimed(), { reviewer: COLLEAGUE, now: later(5), version: 3 }),
      'claimedByOther',
    ],
    [
      'a colleague after it lapsed',
      () => machine.claim(claimed(), { reviewer: COLLEAGUE, now: later(16), version: 3 }),
      'done',
    ],
    [
      'a colleague who takes it over',
      () => machine.takeOver(claimed(), { reviewer: COLLEAGUE, now: later(5), version: 3 }),
      'done',
    ],
    [
      'the applicant',
      () => machine.claim(submitted(), { reviewer: 'applicant', now: T0, version: 2 }),
      'ownRecord',
    ],
    [
      'an old version',
      () => machine.claim(submitted(), { reviewer: REVIEWER, now: T0, version: 1 }),
      'stale',
    ],
    ['a draft', () => machine.claim(started(), { reviewer: REVIEWER, now: T0, version: 1 }), 'notOpen'],
  ])('%s', (_, work, code) => {
    expect(codeOf(work)).toBe(code)
  })
})

describe('decide', () => {
  const by = { reviewer: REVIEWER, now: later(5), version: 3 }
  const nothing = { ...by, codes: [], text: ' ', comments: 0 }
  it.each([
    ['approve', () => machine.approve(claimed(), by), 'done'],
    [
      'approve by another',
      () => machine.approve(claimed(), { ...by, reviewer: COLLEAGUE }),
      'claimedByOther',
    ],
    [
      'approve by another after the lease',
      () => machine.approve(claimed(), { ...by, reviewer: COLLEAGUE, now: later(20) }),
      'notClaimed',
    ],
    [
      'approve by the holder after the lease',
      () => machine.approve(claimed(), { ...by, now: later(20) }),
      'done',
    ],
    ['approve without a claim', () => machine.approve(submitted(), { ...by, version: 2 }), 'notClaimed'],
    ['approve an old version', () => machine.approve(claimed(), { ...by, version: 2 }), 'stale'],
    ['return without anything (D10)', () => machine.sendBack(claimed(), nothing), 'reasonMissing'],
    ['return with a code', () => machine.sendBack(claimed(), { ...nothing, codes: ['RR01'] }), 'done'],
    ['return with a text', () => machine.sendBack(claimed(), { ...nothing, text: '看不清' }), 'done'],
    ['return with a comment', () => machine.sendBack(claimed(), { ...nothing, comments: 1 }), 'done'],
    [
      'return with RR99 and no text',
      () => machine.sendBack(claimed(), { ...nothing, codes: ['RR99'], comments: 1 }),
      'reasonMissing',
    ],
    [
      'return with RR99 and a text',
      () => machine.sendBack(claimed(), { ...nothing, codes: ['RR99'], text: '其他' }),
      'done',
    ],
  ])('%s', (_, work, code) => {
    expect(codeOf(work)).toBe(code)
  })

  it('undo: who decided, ten minutes, the same version (D15)', () => {
    const a = machine.approve(claimed(), { reviewer: REVIEWER, now: T0, version: 3 }).next
    const undo = (reviewer: string, minutes: number, version = 4) =>
      codeOf(() => machine.undo(a, { reviewer, now: later(minutes), version }))
    expect([undo(REVIEWER, 10), undo(REVIEWER, 10.01), undo(COLLEAGUE, 1), undo(REVIEWER, 1, 3)]).toEqual([
      'done',
      'tooLate',
      'notClaimed',
      'stale',
    ])
  })
})

describe('withdraw, discard, forward', () => {
  const moving = {
    by: REVIEWER,
    oversight: false,
    now: later(1),
    version: 3,
    officeId: '410102',
    note: '单位在中原区',
  }
  it.each([
    ['withdraw while nobody holds it', () => machine.withdraw(submitted(), { now: T0, version: 2 }), 'done'],
    [
      'withdraw while somebody holds it',
      () => machine.withdraw(claimed(), { now: later(1), version: 3 }),
      'claimedByOther',
    ],
    ['withdraw after the lease', () => machine.withdraw(claimed(), { now: later(16), version: 3 }), 'done'],
    ['withdraw a draft', () => machine.withdraw(started(), { now: T0, version: 1 }), 'notOpen'],
    ['discard a draft', () => machine.discard(started()), 'done'],
    ['discard what is submitted', () => machine.discard(submitted()), 'notOpen'],
    ['forward (D16)', () => machine.forward(claimed(), moving), 'done'],
    [
      'forward to the same office',
      () => machine.forward(claimed(), { ...moving, officeId: '410105' }),
      'sameOffice',
    ],
    ['forward without a note', () => machine.forward(claimed(), { ...moving, note: ' ' }), 'noteMissing'],
    ['forward without a claim', () => machine.forward(submitted(), { ...moving, version: 2 }), 'notClaimed'],
    [
      'forward by oversight',
      () => machine.forward(submitted(), { ...moving, oversight: true, version: 2 }),
      'done',
    ],
  ])('%s', (_, work, code) => {
    expect(codeOf(work)).toBe(code)
  })
})

describe('any sequence of verbs', () => {
  const people = ['applicant', REVIEWER, COLLEAGUE]
  const command = fc.record({
    verb: fc.constantFrom(
      'submit',
      'withdraw',
      'claim',
      'takeOver',
      'release',
      'approve',
      'sendBack',
      'forward',
      'undo',
    ),
    who: fc.constantFrom(...people),
    minutes: fc.integer({ min: 0, max: 20 }),
    seen: fc.integer({ min: -1, max: 0 }),
  })

  it('keeps the version rising by one, never approves unclaimed or by oneself, never leaves a decided claim', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let a = started()
        let now = T0
        for (const { verb, who, minutes, seen } of commands) {
          now = new Date(now.getTime() + minutes * 60_000)
          const by = { reviewer: who, now, version: a.version + seen }
          const before = a
          try {
            const moved = {
              submit: () => machine.submit(a, { now, revision: a.revision, declared: true, blocking: 0 }),
              withdraw: () => machine.withdraw(a, by),
              claim: () => machine.claim(a, by),
              takeOver: () => machine.takeOver(a, by),
              release: () => machine.release(a, by),
              approve: () => machine.approve(a, by),
              sendBack: () => machine.sendBack(a, { ...by, codes: ['RR01'], text: '', comments: 0 }),
              forward: () =>
                machine.forward(a, {
                  ...by,
                  by: who,
                  oversight: false,
                  officeId: `${a.officeId}1`,
                  note: 'n',
                }),
              undo: () => machine.undo(a, by),
            }[verb]()
            a = moved.next
          } catch (error) {
            if (!(error instanceof CollectionError)) throw error
            expect(a).toBe(before)
            continue
          }
          expect(a.version).toBe(before.version + 1)
          if (a.status !== 'submitted') expect(a.claim).toBeUndefined()
          if (a.status === 'approved' || a.status === 'returned') {
            expect(before.claim?.holder).toBe(a.decidedBy)
            expect(a.decidedBy).not.toBe(a.personId)
          }
          expect(a.submissions - before.submissions).toBe(verb === 'submit' ? 1 : 0)
        }
      }),
      { seed: 42, numRuns: 500 },
    )
  })
})
