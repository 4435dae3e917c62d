import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminPage } from '#admin/admin-page.tsx'
import { NoticeDiff } from '#components/notice/notice-diff'
import { NoticeText } from '#components/notice/notice-text'
import { listNotices } from '#db/queries/notices'
import { store } from '#db/store'
import { formatShanghaiYear } from '#lib/clock'
import { requireAdmin } from '#lib/identity/session'
import { diffNotice } from '#lib/notice-diff'
import { paths } from '#lib/paths'

export const metadata: Metadata = { title: '须知的一个版本' }

/** One version, and what it changed of the one before. */
export default async function NoticePage({ params }: { params: Promise<{ version: string }> }) {
  const { version } = await params
  const session = await requireAdmin(paths.adminNotice(version))
  const { read } = await store()
  const notices = await listNotices(read)
  const at = notices.findIndex((notice) => notice.version === version)
  const notice = notices[at]
  if (!notice) notFound()
  const before = notices[at + 1]
  return (
    <AdminPage
      session={session}
      current={paths.adminNotices}
      back={{ href: paths.adminNotices, text: '返回须知' }}
    >
      <h1>须知版本 {version}</h1>
      <p className="hint">{formatShanghaiYear(notice.publishedAt)} 发布</p>
      {before && (
        <section className="sheetform" aria-labelledby="changes">
          <h2 id="changes">与版本 {before.version} 对照</h2>
          <NoticeDiff lines={diffNotice(before.sections, notice.sections)} />
        </section>
      )}
      <section className="sheetform" aria-labelledby="text">
        <h2 id="text">全文</h2>
        <NoticeText sections={notice.sections} />
      </section>
    </AdminPage>
  )
}
