import { isOpen } from '#lib/collection/opening'
import type { UploadOutcome } from '#lib/uploads/outcome'
import type { Place } from '#lib/uploads/slot'
import type { Db } from '../store.ts'
import { touchDraft } from './applications.ts'
import type { Acting } from './collect.ts'
import { type DocumentRow, findPicture, putPicture, removePicture } from './documents.ts'
import { recordEvent } from './events.ts'
import type { Workspace } from './own.ts'
import { editableAlone } from './saving.ts'

type Spot = Pick<Place, 'part' | 'item' | 'owner' | 'slot'>

/** A slot may be changed, is closed by the return or the change (D10, D13), or its entry is not there. */
export type SlotState = 'open' | 'closed' | 'missing'

/** Whether a slot of this workspace may be changed. */
export function slotState({ draft, opening }: Workspace, { part, item }: Spot): SlotState {
  const found = item === undefined || draft.entries.some((e) => e.list === part && e.id === item)
  if (!found) return 'missing'
  return isOpen(opening, part, item) ? 'open' : 'closed'
}

/** What became of a change of a slot. */
export type SlotChange =
  /** `freed`: key of the working copy that nothing names any more, to delete after the commit. */
  | { readonly outcome: 'done'; readonly freed: string | undefined }
  /** `moved`: the picture was replaced meanwhile; nothing was changed. */
  | { readonly outcome: 'closed' | 'missing' | 'moved' }

const keyOf = (work: Workspace, { owner, slot }: Spot) => ({ applicationId: work.row.id, owner, slot })

async function tell(tx: Db, by: Acting, work: Workspace, verb: string, { part, slot }: Spot): Promise<void> {
  await touchDraft(tx, work.row.id, by.now)
  await recordEvent(tx, {
    at: by.now,
    actorId: by.person.id,
    role: 'applicant',
    verb,
    applicationId: work.row.id,
    personId: by.person.id,
    officeId: work.row.officeId,
    facts: { part, slot },
  })
}

/**
 * Puts a picture into a slot of the open draft, in place of what was there.
 * @param made.from key of the working copy it was made anew from; it must still be the slot's
 * @throws CollectionError `notOpen` when nothing may be edited now
 */
export async function storePicture(
  tx: Db,
  by: Acting,
  spot: Spot,
  made: {
    readonly document: DocumentRow
    readonly work: { readonly blobKey: string; readonly wrappedKey: Buffer }
    readonly outcome: UploadOutcome
    readonly from?: string
  },
): Promise<SlotChange> {
  const work = await editableAlone(tx, by)
  const state = slotState(work, spot)
  if (state !== 'open') return { outcome: state }
  const key = keyOf(work, spot)
  const before = (await findPicture(tx, key))?.row.workBlobKey ?? undefined
  if (made.from !== undefined && made.from !== before) return { outcome: 'moved' }
  await putPicture(tx, key, made.document, made.work, made.outcome, by.now)
  await tell(tx, by, work, 'putPicture', spot)
  return { outcome: 'done', freed: before === made.work.blobKey ? undefined : before }
}

/** Empties a slot of the open draft. The document stays, for its owner only. @throws CollectionError `notOpen` */
export async function emptySlot(tx: Db, by: Acting, spot: Spot): Promise<SlotChange> {
  const work = await editableAlone(tx, by)
  const state = slotState(work, spot)
  if (state !== 'open') return { outcome: state }
  const key = keyOf(work, spot)
  const before = await findPicture(tx, key)
  if (before) {
    await removePicture(tx, key)
    await tell(tx, by, work, 'removePicture', spot)
  }
  return { outcome: 'done', freed: before?.row.workBlobKey ?? undefined }
}
