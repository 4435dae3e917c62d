import { findOpenApplication } from '#db/queries/applications'
import { type Acting, withdrawApplication } from '#db/queries/collect'
import type { Store } from '#db/store'
import { CollectionError, type Refusal } from '#lib/collection/errors'

/**
 * What became of a withdrawal. `refused`: it still waits for review, and why it was not given back;
 * `moved`: it was decided in the meantime.
 */
export type Withdrawal = 'withdrawn' | 'moved' | { readonly refused: Refusal }

/** Takes the submitted application back to draft (D12). A second press finds it withdrawn. */
export async function withdraw(store: Store, by: Acting, version: number): Promise<Withdrawal> {
  try {
    await store.write((tx) => withdrawApplication(tx, by, version))
    return 'withdrawn'
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error
    const row = await findOpenApplication(store.read, by.person.id)
    if (row?.status === 'submitted') return { refused: error.code }
    return row?.status === 'draft' ? 'withdrawn' : 'moved'
  }
}
