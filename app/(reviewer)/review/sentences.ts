import type { Office } from '#db/queries/offices'
import { reasonVersions } from '#db/queries/reasons'
import { store } from '#db/store'
import { type RowGroup, rowsByKey } from '#lib/collection/present'
import { fillPlaceholders, offeredReasons, type ReasonVersion } from '#lib/collection/reason-library'
import type { SentenceOf } from '#lib/review/decision'

/** What reviewers of these offices may choose from now: the province's reasons and their own. */
export async function reasonsFor(officeIds: readonly string[]): Promise<ReasonVersion[]> {
  const { read } = await store()
  return offeredReasons(await reasonVersions(read, officeIds))
}

/** How the sentence of a reason reads on a row, its placeholders filled. Masked numbers are not repeated. */
export function sentencesOn(
  offered: readonly ReasonVersion[],
  groups: readonly RowGroup[],
  office: Pick<Office, 'name' | 'phone'> | undefined,
): SentenceOf {
  const rows = rowsByKey(groups)
  return (code, key) => {
    const reason = offered.find((one) => one.code === code)
    const row = rows.get(key)
    if (!reason) return ''
    return fillPlaceholders(reason.text, {
      字段: row?.label ?? '',
      所填: row && !row.picture && !row.mask ? row.text : '',
      办理单位: office?.name ?? '',
      电话: office?.phone ?? '',
    })
  }
}
