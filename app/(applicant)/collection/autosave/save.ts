import { findOpenApplication } from '#db/queries/applications'
import { countAttempt } from '#db/queries/attempts'
import type { Acting } from '#db/queries/collect'
import { type Posted, type Saved, saveAnswers, saveListEntry } from '#db/queries/saving'
import type { Db, Store } from '#db/store'
import { CollectionError } from '#lib/collection/errors'
import { controlNames } from '#lib/collection/parse'
import { shownMark } from '#lib/collection/stale'
import type { ListName, StepId } from '#lib/collection/step'
import { isListName, isStepId, partOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'

/** A page whose form is saved by itself; an entry that has not been stored has no `item`. */
export type Place =
  | { readonly part: Exclude<StepId, 'scope'> }
  | { readonly part: ListName; readonly item: string | undefined }

/** Saves of this kind that a person has in a minute: a page sends three at most, and several may be open. */
export const PER_MINUTE = 30
const MINUTE_MS = 60_000

/** What became of it; in all but `saved` nothing was stored. */
export type Kept =
  | {
      readonly outcome: 'saved'
      readonly version: number
      readonly shown: string
      /** The address of an entry that is stored for the first time. */
      readonly at?: string
    }
  | { readonly outcome: 'stale' | 'closed' | 'paced' }

/**
 * The place of a page by its path. The scope step is none: answers that stop there are not stored, and passing
 * ones choose the office (D4).
 */
export function placeOf(path: string): Place | undefined {
  const [, part = '', item] = /^\/collection\/([a-z]+)(?:\/([0-9a-z]+))?$/.exec(path) ?? []
  if (isListName(part)) return item ? { part, item: item === 'new' ? undefined : item } : undefined
  return isStepId(part) && part !== 'scope' && item === undefined ? { part } : undefined
}

/** Of a new entry the id was made with its form, so that this save and the button's store the same one. */
const save = (tx: Db, by: Acting, place: Place, posted: Posted): Promise<Saved> =>
  'item' in place
    ? saveListEntry(tx, by, place.part, place.item, freshId(posted), posted)
    : saveAnswers(tx, by, place.part, posted)

const freshId = ({ pairs }: Posted) => pairs.find(([name]) => name === 'entry')?.[1] ?? ''

/**
 * Stores a form for which no button was pressed, as 保存草稿 would, right or wrong. It never writes over what the
 * form has not shown, a save of the same session included.
 * @param draft the application that the form was printed for: a form that was left open is not stored in the
 *   draft of whoever signed in after, nor in the next one of the same person
 */
export async function autosave(
  store: Store,
  by: Acting,
  place: Place,
  draft: string,
  posted: Posted,
): Promise<Kept> {
  try {
    return await store.write(async (tx): Promise<Kept> => {
      const count = await countAttempt(tx, `autosave:${by.person.id}`, MINUTE_MS, by.now)
      if (count > PER_MINUTE) return { outcome: 'paced' }
      if ((await findOpenApplication(tx, by.person.id))?.id !== draft) return { outcome: 'closed' }
      const saved = await save(tx, by, place, { ...posted, strict: true })
      if (saved.outcome !== 'saved') return { outcome: saved.outcome }
      const shown = shownMark(saved.raw, controlNames(partOf(place.part)))
      const fresh = 'item' in place && place.item === undefined
      return {
        outcome: 'saved',
        version: saved.version,
        shown,
        ...(fresh ? { at: paths.entry(place.part, saved.id) } : {}),
      }
    })
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error
    return { outcome: 'closed' }
  }
}
