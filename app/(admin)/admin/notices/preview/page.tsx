import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm } from '#admin/refused.ts'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { NoticeDiff } from '#components/notice/notice-diff'
import { NoticeText } from '#components/notice/notice-text'
import { countReaders, currentNotice, noticeText } from '#db/queries/notices'
import { store } from '#db/store'
import { requireAdmin } from '#lib/identity/session'
import { diffNotice } from '#lib/notice-diff'
import { NOTICE_CONTROLS, readNoticeInput } from '#lib/notice-input'
import { paths, withQuery } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { publishAction } from '../actions.ts'

export const metadata: Metadata = { title: '预览须知' }

/** What would be published: the changes, the whole text, and whom it concerns. */
export default async function PreviewPage({ searchParams }: { searchParams: Promise<Params> }) {
  const session = await requireAdmin(paths.adminNoticePreview)
  const id = one(await searchParams, 'held')
  const held = await refusedForm(session, paths.adminNoticePreview, id)
  // A preview is kept for half an hour.
  if (!held) redirect(paths.adminNewNotice)
  const { read } = await store()
  const seen = await currentNotice(read)
  const current = await noticeText(read, seen)
  const { sections } = readNoticeInput(held.pairs, current)
  const names = NOTICE_CONTROLS.flatMap(({ title, body }) => [title, body])
  const text = Object.fromEntries(names.map((name) => [name, held.values[name] ?? '']))
  return (
    <AdminPage
      session={session}
      current={paths.adminNotices}
      back={{ href: paths.adminNotices, text: '返回须知' }}
    >
      <h1>预览须知</h1>
      <Banner tone="warn" title="还没有发布">
        <p>
          发布后立即生效，不能收回。正在填写和被退回的 {await countReaders(read)} 人要重新阅读 30
          秒并同意，才能继续。
        </p>
      </Banner>
      <section className="sheetform" aria-labelledby="changes">
        <h2 id="changes">与现行版本 {seen} 对照</h2>
        <NoticeDiff lines={diffNotice(current, sections)} />
      </section>
      <section className="sheetform" aria-labelledby="text">
        <h2 id="text">发布后的全文</h2>
        <NoticeText sections={sections} />
      </section>
      <Form name="publish-notice" action={publishAction} hidden={{ ...text, seen }}>
        <div className="acts">
          <Button>发布，要求重新阅读</Button>
          <ButtonLink tone="second" href={withQuery(paths.adminNewNotice, { held: id })}>
            返回修改
          </ButtonLink>
        </div>
      </Form>
    </AdminPage>
  )
}
