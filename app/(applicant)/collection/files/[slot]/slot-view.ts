import { cache } from 'react'
import { type OwnPage, ownPage } from '#applicant/own.ts'
import { findPicture } from '#db/queries/documents'
import { type SlotState, slotState } from '#db/queries/pictures'
import { store } from '#db/store'
import { isAsked } from '#lib/collection/field'
import { answersAt, slotOf } from '#lib/collection/journey'
import { takeHeld } from '#lib/identity/held'
import type { Refusal } from '#lib/images/judge'
import type { UploadOutcome } from '#lib/uploads/outcome'
import { type Place, placeAt } from '#lib/uploads/slot'
import { pathOf } from './rooms.ts'

type Workspace = NonNullable<OwnPage['workspace']>

export interface SlotQuery {
  readonly result?: string
  readonly held?: string
  readonly done?: string
}

/** The picture in a slot, as its page shows it. */
export interface SlotPicture {
  readonly documentId: string
  readonly outcome: UploadOutcome
  /** Crops and turns have a source. */
  readonly workable: boolean
  readonly savedAt: Date
}

/** Everything the page of a slot prints. Without a workspace it is for the page to lead elsewhere. */
export interface SlotView {
  readonly own: OwnPage
  readonly place: Place
  readonly picture: SlotPicture | undefined
  readonly state: SlotState
  /** Why the last upload was refused. */
  readonly refusal: Refusal | undefined
  /** The answers given so far ask for this picture. */
  readonly asked: boolean
  /** The next picture that is asked and missing in the same step or entry. */
  readonly next: { readonly slot: string; readonly label: string } | undefined
}

async function pictureOf(workspace: Workspace, { owner, slot }: Place): Promise<SlotPicture | undefined> {
  const { read } = await store()
  const found = await findPicture(read, { applicationId: workspace.row.id, owner, slot })
  if (!found) return undefined
  const { outcome, document, row } = found
  return { documentId: document.id, outcome, workable: row.workBlobKey !== null, savedAt: row.savedAt }
}

function nextOf({ rows }: Workspace, { part, item, slot }: Place): SlotView['next'] {
  const group = rows.find((g) => g.part === part && g.item === item)
  const row = group?.rows.find((r) => r.field !== slot && slotOf(part, r.field) && !r.picture)
  return row && { slot: row.field, label: row.label }
}

async function refusalOf(own: OwnPage, path: string, held: string | undefined): Promise<Refusal | undefined> {
  const found = await takeHeld(held, `person:${own.session.person.id}`, own.at)
  // Sealed by `leadOn` under this path: nothing else is held for a slot's page.
  return found?.path === path ? (found.issues as Refusal | undefined) : undefined
}

/**
 * The page of a slot, read once a request; nothing for an address that no picture has.
 * @param held id of the held refusal
 */
export const slotView = cache(
  async (
    list: string,
    item: string,
    slot: string,
    held: string | undefined,
  ): Promise<SlotView | undefined> => {
    const place = placeAt(list, item, slot)
    if (!place) return undefined
    const own = await ownPage(pathOf(place))
    const refusal = await refusalOf(own, pathOf(place), held)
    const { workspace } = own
    if (!workspace) {
      return { own, place, refusal, picture: undefined, state: 'closed', asked: false, next: undefined }
    }
    const { reading } = workspace
    return {
      own,
      place,
      refusal,
      picture: await pictureOf(workspace, place),
      state: slotState(workspace, place),
      asked: isAsked(place.field, answersAt(reading.dossier, place), reading.facts),
      next: nextOf(workspace, place),
    }
  },
)
