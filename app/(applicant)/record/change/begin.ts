import { type Acting, startChange } from '#db/queries/collect'
import { hasConsentedNow } from '#db/queries/notices'
import type { Store } from '#db/store'
import { isPartId } from '#lib/collection/steps/index'

/** `noticeFirst`: a version of the notice was published that the person has not consented to (D13). */
export type Begun = 'begun' | 'nothingChosen' | 'noticeFirst'

/**
 * Starts a change of the record in force with the parts that were ticked; what names no part is ignored.
 * @throws CollectionError `notOpen` without a record, `applicationOpen`
 */
export async function begin(store: Store, by: Acting, ticked: readonly string[]): Promise<Begun> {
  const parts = [...new Set(ticked.filter(isPartId))]
  if (parts.length === 0) return 'nothingChosen'
  return store.write(async (tx) => {
    const consented = await hasConsentedNow(tx, by.person.id)
    if (!consented) return 'noticeFirst'
    await startChange(tx, by, { parts, consented })
    return 'begun'
  })
}
