'use server'

import { notFound, redirect } from 'next/navigation'
import { findNextInQueue } from '#db/queries/queue'
import {
  approveApplication,
  claimApplication,
  forwardApplication,
  NotInScope,
  type Reviewing,
  recordRefusal,
  releaseApplication,
  returnApplication,
  type Seen,
  takeOverApplication,
  undoDecisionOf,
} from '#db/queries/review'
import { type Db, store } from '#db/store'
import { now, today } from '#lib/clock'
import { CollectionError } from '#lib/collection/errors'
import { parseKey } from '#lib/collection/present'
import { scalar, several, textPairs } from '#lib/forms'
import { hold } from '#lib/identity/held'
import { requireStaff } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { filterParams, unpackFilter } from '#lib/review/filter'

/** Which application, and the filter by which its page finds back to the queue. */
interface Bound {
  readonly id: string
  readonly f: string
}

const pageOf = ({ id, f }: Bound, extra: Record<string, string | undefined> = {}) =>
  withQuery(paths.application(id), { ...extra, f: f || undefined })

async function acting(bound: Bound, form: FormData): Promise<{ by: Reviewing; seen: Seen }> {
  const session = await requireStaff(paths.application(bound.id), form)
  const { reviewIds, officeIds, person } = session
  const version = Number.parseInt(scalar(form, 'version'), 10) || 0
  return { by: { reviewer: person.id, reviewIds, officeIds, now: now() }, seen: { id: bound.id, version } }
}

/** Runs a verb; a refusal keeps what was typed and leads back to the page, which says why (contract section 6). */
async function attempt(
  bound: Bound,
  by: Reviewing,
  form: FormData,
  work: (tx: Db) => Promise<unknown>,
): Promise<void> {
  const { write } = await store()
  try {
    await write(work)
  } catch (error) {
    if (error instanceof NotInScope) notFound()
    if (!(error instanceof CollectionError)) throw error
    await write((tx) => recordRefusal(tx, by, bound.id, error.code))
    const owner = `person:${by.reviewer}` as const
    const held = await hold(
      { owner, path: paths.application(bound.id), values: textPairs(form), issues: error.code },
      by.now,
    )
    const conflict = error.code === 'reasonMissing' ? undefined : error.code
    redirect(pageOf(bound, { held, conflict }))
  }
}

/** Claims, releases, or takes over from a colleague. */
export async function claimAction(bound: Bound, form: FormData): Promise<void> {
  const { by, seen } = await acting(bound, form)
  const verbs = { release: releaseApplication, takeOver: takeOverApplication, claim: claimApplication }
  const intent = scalar(form, 'intent')
  const verb = intent === 'release' || intent === 'takeOver' ? verbs[intent] : verbs.claim
  await attempt(bound, by, form, (tx) => verb(tx, by, seen))
  redirect(pageOf(bound))
}

const commentsIn = (form: FormData) =>
  textPairs(form).flatMap(([name, text]) => {
    const key = name.startsWith('comment.') ? name.slice('comment.'.length) : ''
    return text.trim() !== '' && parseKey(key) ? [{ key, text: [...text.trim()].slice(0, 500).join('') }] : []
  })

/** Approves or returns with the version seen (D10, D14); then the next one, or the queue. */
export async function decisionAction(bound: Bound, form: FormData): Promise<void> {
  const { by, seen } = await acting(bound, form)
  const decision = scalar(form, 'decision')
  await attempt(bound, by, form, async (tx) => {
    if (decision === 'approve') return approveApplication(tx, by, seen, scalar(form, 'reason'))
    if (decision !== 'return') throw new CollectionError('reasonMissing')
    return returnApplication(tx, by, seen, {
      codes: several(form, 'reasonCodes'),
      text: scalar(form, 'reason'),
      openAll: scalar(form, 'openAll') !== '',
      comments: commentsIn(form),
    })
  })
  const filter = unpackFilter(bound.f)
  if (scalar(form, 'intent') === 'next') {
    const { read } = await store()
    const asked = { today: today(by.now), reviewer: by.reviewer, now: by.now }
    const next = await findNextInQueue(read, by.reviewIds, filter, asked)
    if (next) redirect(pageOf({ id: next, f: bound.f }, { done: decision }))
  }
  redirect(withQuery(paths.queue, { ...filterParams(filter), done: decision }))
}

/** Moves it to another county's office with a note (D16). */
export async function forwardAction(bound: Bound, form: FormData): Promise<void> {
  const { by, seen } = await acting(bound, form)
  const to = { officeId: scalar(form, 'officeId'), note: scalar(form, 'note') }
  await attempt(bound, by, form, (tx) => forwardApplication(tx, by, seen, to))
  redirect(withQuery(paths.queue, { ...filterParams(unpackFilter(bound.f)), done: 'forward' }))
}

/** Takes one's own decision back within ten minutes (D15). */
export async function undoAction(bound: Bound, form: FormData): Promise<void> {
  const { by, seen } = await acting(bound, form)
  await attempt(bound, by, form, (tx) => undoDecisionOf(tx, by, seen))
  redirect(pageOf(bound))
}
