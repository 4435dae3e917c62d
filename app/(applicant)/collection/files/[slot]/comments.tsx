import type { OwnPage } from '#applicant/own.ts'
import { Remark } from '#components/record/remark'
import { rowKey } from '#lib/collection/present'
import type { Place } from '#lib/uploads/slot'

/** What the reviewer wrote about this picture (D10). It is answered in words on the step's page. */
export function Comments({
  workspace,
  place,
}: {
  workspace: NonNullable<OwnPage['workspace']>
  place: Place
}) {
  const key = rowKey(place.part, place.slot, place.item)
  const comments = workspace.comments.filter((c) => c.key === key)
  if (comments.length === 0) return null
  const mended = comments.every((c) => c.mended)
  const reply = comments.find((c) => c.reply !== '')?.reply
  return (
    <Remark
      commentFor={key}
      title={place.field.label}
      state={mended ? 'mended' : reply ? 'explained' : 'open'}
      said={comments.map((c) => c.text)}
      {...(reply ? { reply } : {})}
    />
  )
}
