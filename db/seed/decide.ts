import * as machine from '#lib/collection/application'
import { openedByReturn } from '#lib/collection/opening'
import { newId, verifyCode } from '#lib/protect/ids'
import { findOpenApplication, moveApplication, toApplication } from '../queries/applications.ts'
import { insertDecision } from '../queries/decisions.ts'
import { openingColumns } from '../queries/own.ts'
import type { Person } from '../queries/people.ts'
import { putRecord } from '../queries/records.ts'
import { findLatestSubmission } from '../queries/submissions.ts'
import type { Db, Store } from '../store.ts'

async function claimed(tx: Db, person: Person, reviewer: string, now: Date) {
  const row = await findOpenApplication(tx, person.id)
  const submission = row && (await findLatestSubmission(tx, row.id))
  if (!row || !submission) throw new Error('A demo story has nothing to decide.')
  const happening = { at: now, actorId: reviewer, role: 'reviewer' as const, personId: person.id }
  const before = toApplication(row)
  const moved = machine.claim(before, { reviewer, now, version: before.version })
  await moveApplication(tx, before, moved, happening)
  return { application: moved.next, submission, happening }
}

/** Returns a demo application with comments. */
export async function sendBack(
  store: Store,
  person: Person,
  reviewer: string,
  codes: readonly string[],
  comments: readonly { readonly key: string; readonly text: string }[],
  now: Date,
): Promise<void> {
  await store.write(async (tx) => {
    const { application: a, submission, happening } = await claimed(tx, person, reviewer, now)
    const moved = machine.sendBack(a, {
      reviewer,
      now,
      version: a.version,
      codes,
      text: '',
      comments: comments.length,
    })
    const opening = openedByReturn(
      comments.map((c) => c.key),
      false,
    )
    await moveApplication(tx, a, moved, happening, openingColumns(opening))
    await insertDecision(tx, a.id, {
      id: newId(),
      submissionId: submission.id,
      n: submission.n,
      decision: 'return',
      codes,
      text: '',
      openAll: false,
      decidedBy: reviewer,
      officeId: a.officeId,
      decidedAt: now,
      comments,
    })
  })
}

/** Approves a demo application. */
export async function approve(store: Store, person: Person, reviewer: string, now: Date): Promise<void> {
  await store.write(async (tx) => {
    const { application: a, submission, happening } = await claimed(tx, person, reviewer, now)
    await moveApplication(tx, a, machine.approve(a, { reviewer, now, version: a.version }), happening)
    await insertDecision(tx, a.id, {
      id: newId(),
      submissionId: submission.id,
      n: submission.n,
      decision: 'approve',
      codes: [],
      text: '',
      openAll: false,
      decidedBy: reviewer,
      officeId: a.officeId,
      decidedAt: now,
      comments: [],
    })
    await putRecord(tx, {
      id: newId(),
      personId: person.id,
      applicationId: a.id,
      submissionId: submission.id,
      officeId: a.officeId,
      approvedAt: now,
      verifyCode: verifyCode(),
    })
  })
}
