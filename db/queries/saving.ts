import { eq } from 'drizzle-orm'
import { CollectionError } from '#lib/collection/errors'
import type { Raw } from '#lib/collection/field'
import { isOpen } from '#lib/collection/opening'
import { controlNames, type DraftContent, readDraft, valuesOf } from '#lib/collection/parse'
import { promote } from '#lib/collection/promote'
import { staleControls } from '#lib/collection/stale'
import type { ListName, Step, StepId } from '#lib/collection/step'
import { listOf, stepOf } from '#lib/collection/steps/index'
import { isId, newId } from '#lib/protect/ids'
import { applications } from '../schema.ts'
import type { Db } from '../store.ts'
import { countMove, touchDraft } from './applications.ts'
import type { Acting } from './collect.ts'
import { saveReply } from './decisions.ts'
import { removeEntry, saveEntry, saveStep } from './drafts.ts'
import { findWorkspace, mayEdit, type Workspace } from './own.ts'
import { lockPerson } from './people.ts'
import { indexSearch, unindexSearch } from './search.ts'

/** A posted step or entry, as the form sent it. */
export interface Posted {
  readonly pairs: readonly (readonly [string, string])[]
  /** Version of the step or entry that the form showed; 0 for none. */
  readonly version: number
  /** What the form showed (`shownMark`). */
  readonly shown: string
  /**
   * Nobody pressed a button for it, or its form has been told that it was overtaken: then what the same session
   * has written meanwhile counts as unseen too.
   */
  readonly strict?: boolean
}

export type Saved =
  /** `version` and `raw` are what is stored now, for a form that stays open. */
  | { readonly outcome: 'saved'; readonly id: string; readonly version: number; readonly raw: Raw }
  /** Closed by the return or the change: what was posted is ignored (D10, D13). */
  | { readonly outcome: 'closed' }
  /** Written elsewhere meanwhile; nothing was overwritten. */
  | { readonly outcome: 'stale'; readonly controls: readonly string[] }

/** The workspace of a person who may edit it. @throws CollectionError `notOpen` */
export async function editable(tx: Db, acting: Acting): Promise<Workspace> {
  const work = await findWorkspace(tx, acting.person, acting.now)
  if (!work || !mayEdit(work)) throw new CollectionError('notOpen', { status: work?.row.status })
  return work
}

/** The same for a write that changes it: nobody else does until the write has ended. */
export async function editableAlone(tx: Db, acting: Acting): Promise<Workspace> {
  await lockPerson(tx, acting.person.id)
  return editable(tx, acting)
}

function stale(
  work: Workspace,
  id: string,
  step: Step,
  stored: Raw,
  sent: Raw,
  posted: Posted,
  session: string,
) {
  const mark = work.draft.marks[id]
  // The same session: the last write wins, so the Back button is harmless (house 4.8).
  const own = mark?.savedBy === session && !posted.strict
  if (!mark || mark.version <= posted.version || own) return []
  return staleControls(posted.shown, stored, sent, controlNames(step))
}

/** Replies to comments, posted as `reply.STEP.FIELD`. */
async function saveReplies(tx: Db, work: Workspace, pairs: Posted['pairs']): Promise<void> {
  for (const comment of work.comments) {
    const sent = pairs.filter(([name]) => name === `reply.${comment.key}`)
    const text = sent[0]?.[1]
    if (sent.length === 1 && text !== undefined && text.trim() !== comment.reply) {
      await saveReply(tx, comment.id, [...text].slice(0, 500).join(''))
    }
  }
}

async function promoteDraft(tx: Db, work: Workspace, draft: DraftContent, now: Date): Promise<void> {
  const { scope: _, ...known } = work.reading.facts
  const { flags, ...columns } = promote(readDraft(draft, known).dossier)
  await touchDraft(tx, work.row.id, now, { ...columns, flags: flags.join(',') })
}

/** Stores a posted step of the open draft, right or wrong. */
export async function saveAnswers(tx: Db, acting: Acting, step: StepId, posted: Posted): Promise<Saved> {
  const work = await editableAlone(tx, acting)
  if (!isOpen(work.opening, step)) return { outcome: 'closed' }
  const definition = stepOf(step)
  const stored = work.draft.steps[step] ?? {}
  const raw = valuesOf(definition, posted.pairs, stored)
  const controls = stale(work, step, definition, stored, raw, posted, acting.session)
  if (controls.length > 0) return { outcome: 'stale', controls }
  const version = work.draft.marks[step]?.version ?? 0
  await saveStep(tx, {
    applicationId: work.row.id,
    step,
    raw,
    version,
    session: acting.session,
    now: acting.now,
  })
  await saveReplies(tx, work, posted.pairs)
  await promoteDraft(tx, work, { ...work.draft, steps: { ...work.draft.steps, [step]: raw } }, acting.now)
  return { outcome: 'saved', id: step, version: version + 1, raw }
}

/** Stores passing scope answers of an open draft: the office follows the county (D4, D13). */
export async function saveScope(tx: Db, acting: Acting, posted: Posted, officeId: string): Promise<Saved> {
  const before = await editableAlone(tx, acting)
  const saved = await saveAnswers(tx, acting, 'scope', posted)
  if (saved.outcome === 'saved' && before.row.officeId !== officeId) {
    const [row] = await tx
      .update(applications)
      .set({ officeId })
      .where(eq(applications.id, before.row.id))
      .returning()
    await countMove(tx, before.row, { ...before.row, officeId })
    await unindexSearch(tx, before.row)
    if (row?.status === 'returned') await indexSearch(tx, row)
  }
  return saved
}

/**
 * Adds an entry (`id` undefined) under the id its form was given, or stores one again.
 * @throws CollectionError `notOpen` for an entry that is not there, `blocked` beyond the list's maximum
 */
export async function saveListEntry(
  tx: Db,
  acting: Acting,
  list: ListName,
  id: string | undefined,
  freshId: string,
  posted: Posted,
): Promise<Saved> {
  const work = await editableAlone(tx, acting)
  const entries = work.draft.entries.filter((e) => e.list === list)
  const entry = entries.find((e) => e.id === (id ?? freshId))
  if (id !== undefined && !entry) throw new CollectionError('notOpen')
  if (!isOpen(work.opening, list, id)) return { outcome: 'closed' }
  const definition = listOf(list)
  if (!entry && entries.length >= definition.max)
    throw new CollectionError('blocked', { count: definition.max })
  const stored = entry?.raw ?? {}
  const raw = valuesOf(definition, posted.pairs, stored)
  const controls = entry ? stale(work, entry.id, definition, stored, raw, posted, acting.session) : []
  if (controls.length > 0) return { outcome: 'stale', controls }
  const saving = { applicationId: work.row.id, raw, session: acting.session, now: acting.now }
  const taken = work.draft.entries.some((e) => e.id === freshId)
  // Ids are made with the form, so that pressing twice stores the same entry twice instead of two entries.
  const entryId = entry?.id ?? (isId(freshId) && !taken ? freshId : newId())
  const version = work.draft.marks[entryId]?.version ?? 0
  await saveEntry(tx, { ...saving, id: entryId, list, version })
  await saveReplies(tx, work, posted.pairs)
  await touchDraft(tx, work.row.id, acting.now)
  return { outcome: 'saved', id: entryId, version: version + 1, raw }
}

/**
 * Removes an entry with its pictures from the draft; a return may have opened this one alone (D10).
 * @throws CollectionError `notOpen`
 */
export async function removeListEntry(tx: Db, acting: Acting, list: ListName, id: string): Promise<void> {
  const work = await editableAlone(tx, acting)
  const entry = work.draft.entries.find((e) => e.list === list && e.id === id)
  if (!entry || !isOpen(work.opening, list, id)) throw new CollectionError('notOpen')
  await removeEntry(tx, work.row.id, id)
  await touchDraft(tx, work.row.id, acting.now)
}
