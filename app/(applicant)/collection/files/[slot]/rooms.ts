import type { Acting } from '#db/queries/collect'
import { store } from '#db/store'
import { CollectionError } from '#lib/collection/errors'
import { blobs } from '#lib/documents/current'
import { hold } from '#lib/identity/held'
import { paths, slotPath, withQuery } from '#lib/paths'
import { keyring } from '#lib/protect/current'
import type { Place } from '#lib/uploads/slot'
import type { Outcome, Rooms } from './flow.ts'

/** The page of a place. */
export const pathOf = ({ part, slot, item }: Place): string => slotPath(part, slot, item)

/** The rooms of this process. */
export const rooms = async (): Promise<Rooms> => ({
  store: await store(),
  blobs: blobs(),
  ring: keyring(),
})

/**
 * Waits for a change of a slot and says where it leads. A refusal goes along as a held form, so that the
 * address carries no text.
 * @returns nothing for an entry that does not exist
 */
export async function leadOn(by: Acting, place: Place, work: Promise<Outcome>): Promise<string | undefined> {
  const path = pathOf(place)
  try {
    const done = await work
    switch (done.outcome) {
      case 'stored':
        return withQuery(path, { result: done.verdict })
      case 'refused': {
        const owner = `person:${by.person.id}` as const
        const held = await hold({ owner, path, values: [], issues: done.refusal }, by.now)
        return withQuery(path, { result: 'refused', held })
      }
      case 'closed':
        return withQuery(path, { done: 'closed' })
      case 'removed':
      case 'moved':
        return withQuery(path, { result: done.outcome })
      case 'missing':
        return undefined
    }
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error
    return withQuery(paths.tasks, { done: error.code })
  }
}
