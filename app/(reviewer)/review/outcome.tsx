import { Banner } from '#components/layout/banner'
import { findApplicationInScope } from '#db/queries/applications'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { UNDO_MS } from '#lib/collection/application'
import type { ScopedSession } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { STATUS_WORDS } from '#lib/review/words'

const BECOMES = {
  approve: 'approved',
  return: 'returned',
} as const

/**
 * What the action before this page has done. An address that claims a decision shows nothing unless this
 * reviewer has made it.
 */
export async function Outcome({ session, params }: { session: ScopedSession; params: Params }) {
  const done = one(params, 'done')
  const none = one(params, 'none') ? '没有下一件了。' : ''
  if (done === 'forward')
    return <Banner tone="ok" mark="saved" title={`已移交，由接收的财政部门继续审核。${none}`} />
  if (done === 'undo') return <Banner tone="ok" mark="saved" title="已撤销，申请回到待审核，仍由您认领。" />
  const said = done === 'approve' || done === 'return' ? BECOMES[done] : undefined
  if (!said) return null
  const { read } = await store()
  const row = await findApplicationInScope(read, session.officeIds, one(params, 'last') ?? '')
  if (row?.status !== said || row.decidedBy !== session.person.id) return null
  const undoable = now().getTime() - (row.decidedAt?.getTime() ?? 0) <= UNDO_MS
  return (
    <Banner tone="ok" mark={said} title={`${STATUS_WORDS[said]}：${row.name}。${none}`}>
      {undoable && (
        <p>
          <a href={paths.application(row.id)}>打开这一件</a>，10 分钟内可以撤销。
        </p>
      )}
    </Banner>
  )
}
