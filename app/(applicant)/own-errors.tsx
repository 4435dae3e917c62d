import { ErrorSummary, type SummaryError } from '#components/form/error-summary'
import { Tag } from '#components/layout/tag'
import type { PartId } from '#lib/collection/step'
import { paths } from '#lib/paths'
import type { OwnPage } from './own.ts'

/** The form on which the errors are: a step, or an entry of a list. */
interface At {
  readonly part: PartId
  readonly item?: string | undefined
}

/** Where the comments are read: at the first of this form, an open one if there is one, else in the task list. */
function commentsHref(own: OwnPage, at: At | undefined): string {
  const form = at && (at.item ? `${at.part}.${at.item}.` : `${at.part}.`)
  const here = (own.workspace?.comments ?? []).filter(({ key }) => form && key.startsWith(form))
  const first = here.find(({ mended }) => !mended) ?? here[0]
  return first && form ? `#${first.key.slice(form.length)}` : paths.tasks
}

/** The return once more, with its reasons (R43), in one quiet line: what is wrong now stands above it. */
function ReturnedLine({ own, at }: { own: OwnPage; at: At | undefined }) {
  const { workspace } = own
  if (workspace?.row.status !== 'returned' || !workspace.returned) return null
  const { reasons, text, comments } = workspace.returned
  const said = [...reasons, text.replace(/[。；]$/u, '')].filter((reason) => reason !== '')
  return (
    <p className="returned-line" data-banner="returned">
      <Tag tone="err">已退回</Tag> {said.length > 0 && `${said.join('；')}。`}
      {comments.length > 0 && <a href={commentsHref(own, at)}>有 {comments.length} 处具体意见</a>}
    </p>
  )
}

/**
 * What stops the person on this page of theirs, and below it, of a returned application, the return: two red
 * boxes would compete. Prints nothing without errors; the page says so to its frame by `wrong`.
 */
export function OwnErrors({ own, errors, at }: { own: OwnPage; errors: readonly SummaryError[]; at?: At }) {
  if (errors.length === 0) return null
  return (
    <>
      <ErrorSummary errors={errors} />
      <ReturnedLine own={own} at={at} />
    </>
  )
}
