'use server'

import { notFound, redirect } from 'next/navigation'
import { findApplicationInScope } from '#db/queries/applications'
import { countAttempt, HOUR_MS } from '#db/queries/attempts'
import { hasHeld } from '#db/queries/desk-history'
import { findOffice } from '#db/queries/offices'
import { findNextInQueue } from '#db/queries/queue'
import {
  claimApplication,
  forwardApplication,
  NotInScope,
  type Reviewing,
  recordRefusal,
  releaseApplication,
  revealNumbers,
  type Seen,
  takeOverApplication,
} from '#db/queries/review'
import { approveApplication, returnApplication, undoDecisionOf } from '#db/queries/review-decide'
import { findLatestSubmission } from '#db/queries/submissions'
import { type Db, store } from '#db/store'
import { now, today } from '#lib/clock'
import { CollectionError } from '#lib/collection/errors'
import { entriesByKey, rowsByKey } from '#lib/collection/present'
import { scalar, textPairs } from '#lib/forms'
import { hold } from '#lib/identity/held'
import { requireStaff } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { commentsOf, decisionErrors, isBlank, pairsOf, typedDecision } from '#lib/review/decision'
import { placeParams, unpackPlace } from '#lib/review/filter'
import { lookParams } from '#lib/review/look'
import { isRevealReason, MOST_REVEALS } from '#lib/review/reveal'
import { examsOf } from '../exam-choices.ts'
import { reasonsFor, sentencesOn } from '../sentences.ts'
import { forwardErrors } from './forward-errors.ts'
import { noteRevealed } from './revealed.ts'

/** Which application, and the filter by which its page finds back to the queue. */
interface Bound {
  readonly id: string
  readonly f: string
}
type Query = Record<string, string | undefined>

const pageOf = ({ id, f }: Bound, extra: Query = {}) =>
  withQuery(paths.application(id), { ...extra, f: f || undefined })
const queueOf = ({ f }: Bound, extra: Query) =>
  withQuery(paths.queue, { ...placeParams(unpackPlace(f)), ...extra })

async function acting(bound: Bound, form: FormData): Promise<{ by: Reviewing; seen: Seen }> {
  const session = await requireStaff(paths.application(bound.id), form)
  const { reviewIds, officeIds, person } = session
  const { read } = await store()
  // The same answer for what is not there and what is another's; who held it once is told below.
  const there =
    (await findApplicationInScope(read, officeIds, bound.id)) ?? (await hasHeld(read, person.id, bound.id))
  if (!there) notFound()
  const version = Number.parseInt(scalar(form, 'version'), 10) || 0
  return { by: { reviewer: person.id, reviewIds, officeIds, now: now() }, seen: { id: bound.id, version } }
}

const keep = (bound: Bound, by: Reviewing, form: FormData, issues?: unknown) =>
  hold(
    { owner: `person:${by.reviewer}`, path: paths.application(bound.id), values: textPairs(form), issues },
    by.now,
  )

/** Runs a verb; a refusal keeps what was typed and leads to a page that says what changed (contract section 6). */
async function attempt<T>(
  bound: Bound,
  by: Reviewing,
  form: FormData,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  const { read, write } = await store()
  try {
    return await write(work)
  } catch (error) {
    if (error instanceof NotInScope) {
      // Who held it knows of it and is told where it went; for everybody else it is not there.
      if (!(await hasHeld(read, by.reviewer, bound.id))) notFound()
      redirect(queueOf(bound, { done: 'gone', held: await keep(bound, by, form) }))
    }
    if (!(error instanceof CollectionError)) throw error
    await write((tx) => recordRefusal(tx, by, bound.id, error.code))
    redirect(pageOf(bound, { held: await keep(bound, by, form), conflict: error.code }))
  }
}

/** Claims, releases, or takes over from a colleague. */
export async function claimAction(bound: Bound, form: FormData): Promise<void> {
  const { by, seen } = await acting(bound, form)
  const intent = scalar(form, 'intent')
  const verb =
    intent === 'release' ? releaseApplication : intent === 'takeOver' ? takeOverApplication : claimApplication
  await attempt(bound, by, form, (tx) => verb(tx, by, seen))
  redirect(pageOf(bound, { held: scalar(form, 'held') || undefined }))
}

/** The reasons that may be chosen, how their sentences read, and the rows and entries there are. */
async function wording(by: Reviewing, id: string) {
  const { read } = await store()
  const row = await findApplicationInScope(read, by.officeIds, id)
  const rows = (await findLatestSubmission(read, id))?.snapshot.rows ?? []
  const offered = await reasonsFor(row ? [row.officeId] : [])
  const office = row && (await findOffice(read, row.officeId))
  const rowKeys = new Set(rowsByKey(rows).keys())
  const keys = new Set([...rowKeys, ...entriesByKey(rows).keys()])
  return { offered, sentenceOf: sentencesOn(offered, rows, office), rowKeys, keys }
}

/** Approves or returns with the version seen (D10, D14); then the next one, or the queue. */
export async function decisionAction(bound: Bound, form: FormData): Promise<void> {
  const { by, seen } = await acting(bound, form)
  const { read } = await store()
  // Oversight reads it and decides nothing: the action is not there for them, whatever they send.
  const decides = await findApplicationInScope(read, by.reviewIds, bound.id)
  if (!decides && !(await hasHeld(read, by.reviewer, bound.id))) notFound()
  const { offered, sentenceOf, rowKeys, keys } = await wording(by, bound.id)
  const typed = typedDecision(textPairs(form), offered)
  const view = scalar(form, 'view') || undefined
  const look = scalar(form, 'look')
  if (look !== '') {
    // Another picture: what was typed comes along.
    const held = isBlank(typed) ? undefined : await keep(bound, by, form)
    redirect(`${pageOf(bound, { ...lookParams(look), held })}#viewer`)
  }
  const errors = decisionErrors(typed, keys, sentenceOf)
  if (errors.length > 0) redirect(pageOf(bound, { view, held: await keep(bound, by, form, errors) }))
  const ticks = typed.ticks.filter((key) => rowKeys.has(key))
  await attempt(bound, by, form, (tx) =>
    typed.decision === 'approve'
      ? approveApplication(tx, by, seen, typed.reason, { ticks })
      : returnApplication(tx, by, seen, {
          codes: typed.codes,
          text: typed.reason,
          openAll: typed.openAll,
          comments: commentsOf(typed, sentenceOf),
          ticks,
        }),
  )
  const outcome = { done: typed.decision, last: bound.id }
  if (scalar(form, 'intent') !== 'next') redirect(queueOf(bound, outcome))
  const { filter } = unpackPlace(bound.f)
  const day = today(by.now)
  const asked = { today: day, reviewer: by.reviewer, now: by.now, exams: await examsOf(read, filter, day) }
  const next = await findNextInQueue(read, by.reviewIds, filter, asked)
  redirect(next ? pageOf({ ...bound, id: next }, outcome) : queueOf(bound, { ...outcome, none: '1' }))
}

/** Shows the numbers in full for some minutes without a claim, for a reason that is on record. */
export async function revealAction(bound: Bound, form: FormData): Promise<void> {
  const { by } = await acting(bound, form)
  const { read, write } = await store()
  // Oversight sees no whole number: the action is not there for them, whatever they send.
  if (!(await findApplicationInScope(read, by.reviewIds, bound.id))) notFound()
  const refuse = async (text: string) =>
    redirect(pageOf(bound, { held: await keep(bound, by, form, [{ name: 'revealReason', text }]) }))
  const reason = scalar(form, 'revealReason')
  if (!isRevealReason(reason)) return refuse('请选择查看完整号码的原因')
  const n = await write((tx) => countAttempt(tx, `reveal:${by.reviewer}`, HOUR_MS, by.now))
  if (n > MOST_REVEALS) return refuse(`一小时内最多查看 ${MOST_REVEALS} 次，请过一会儿再来`)
  await attempt(bound, by, form, (tx) => revealNumbers(tx, by, bound.id, reason))
  redirect(pageOf(bound, { show: await noteRevealed(by.reviewer, bound.id, by.now) }))
}

/** Moves it to another county's office with a note (D16). */
export async function forwardAction(bound: Bound, form: FormData): Promise<void> {
  const { by, seen } = await acting(bound, form)
  const to = { officeId: scalar(form, 'officeId'), note: scalar(form, 'note') }
  const errors = forwardErrors(to)
  if (errors.length > 0) redirect(pageOf(bound, { held: await keep(bound, by, form, errors) }))
  await attempt(bound, by, form, (tx) => forwardApplication(tx, by, seen, to))
  redirect(queueOf(bound, { done: 'forward' }))
}

/** Takes one's own decision back within ten minutes (D15); what it said stands in the form again. */
export async function undoAction(bound: Bound, form: FormData): Promise<void> {
  const { by, seen } = await acting(bound, form)
  const undone = await attempt(bound, by, form, (tx) => undoDecisionOf(tx, by, seen))
  const owner = `person:${by.reviewer}` as const
  const held = await hold({ owner, path: paths.application(bound.id), values: pairsOf(undone) }, by.now)
  redirect(pageOf(bound, { done: 'undo', held }))
}
