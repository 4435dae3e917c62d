import type { BlobStore } from '#lib/documents/blob-store'
import { countAttempt } from '../queries/attempts.ts'
import { recordEvent } from '../queries/events.ts'
import type { Store } from '../store.ts'
import { deleteIdleDrafts, warnOfIdleDrafts } from './drafts.ts'
import { removeOldRows } from './rows.ts'
import { deleteStray } from './stray.ts'
import { destroySuperseded } from './superseded.ts'

const DAY_MS = 24 * 60 * 60_000

/** How many of each kind were removed; of drafts also how many people were warned. */
export type Swept = Readonly<Record<string, number>>

/**
 * Removes what is kept no longer (`lib/retention`), in small transactions beside the service.
 * @param dry says what would be removed, and removes nothing
 * @throws StoreError when the objects do not seem to belong to this store
 */
export async function sweep(store: Store, blobs: BlobStore, now: Date, dry = false): Promise<Swept> {
  const swept = {
    ...(await removeOldRows(store, now, dry)),
    'idle drafts': await deleteIdleDrafts(store, blobs, now, dry),
    'warnings of idle drafts': await warnOfIdleDrafts(store, now, dry),
    'superseded pictures': await destroySuperseded(store, blobs, now, dry),
    'stray objects': await deleteStray(store, blobs, now, dry),
  }
  if (!dry)
    await store.write((tx) =>
      recordEvent(tx, { at: now, actorId: 'system', role: 'system', verb: 'swept', facts: swept }),
    )
  return swept
}

/** The same once a day, by whichever node comes first. @returns nothing when it has been done today */
export async function sweepOfTheDay(store: Store, blobs: BlobStore, now: Date): Promise<Swept | undefined> {
  const turn = await store.write((tx) => countAttempt(tx, 'sweep', DAY_MS, now))
  return turn === 1 ? sweep(store, blobs, now) : undefined
}
