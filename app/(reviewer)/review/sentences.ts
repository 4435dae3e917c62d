import type { Office } from '#db/queries/offices'
import { reasonVersions } from '#db/queries/reasons'
import { store } from '#db/store'
import { entriesByKey, entryName, type RowGroup, rowsByKey } from '#lib/collection/present'
import { fillPlaceholders, offeredReasons, type ReasonVersion } from '#lib/collection/reason-library'
import { partOf } from '#lib/collection/steps/index'
import type { SentenceOf } from '#lib/review/decision'

/** What reviewers of these offices may choose from now: the province's reasons and their own. */
export async function reasonsFor(officeIds: readonly string[]): Promise<ReasonVersion[]> {
  const { read } = await store()
  return offeredReasons(await reasonVersions(read, officeIds))
}

/**
 * How the sentence of a reason reads on a row or an entry, its placeholders filled. Masked numbers are not
 * repeated; an entry is called by its list and its own name.
 */
export function sentencesOn(
  offered: readonly ReasonVersion[],
  groups: readonly RowGroup[],
  office: Pick<Office, 'name' | 'phone'> | undefined,
): SentenceOf {
  const rows = rowsByKey(groups)
  const entries = entriesByKey(groups)
  return (code, key) => {
    const reason = offered.find((one) => one.code === code)
    const row = rows.get(key)
    const entry = entries.get(key)
    if (!reason) return ''
    const filled = row ? (row.picture || row.mask ? '' : row.text) : entry && entryName(entry)
    return fillPlaceholders(reason.text, {
      字段: row?.label ?? (entry ? partOf(entry.part).title : ''),
      所填: filled ?? '',
      办理单位: office?.name ?? '',
      电话: office?.phone ?? '',
    })
  }
}
