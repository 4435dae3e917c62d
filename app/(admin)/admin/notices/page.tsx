import type { Metadata } from 'next'
import { AdminPage } from '#admin/admin-page.tsx'
import { ButtonLink } from '#components/form/button'
import { Tag } from '#components/layout/tag'
import { listNotices } from '#db/queries/notices'
import { store } from '#db/store'
import { formatShanghaiYear } from '#lib/clock'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'

export const metadata: Metadata = { title: '须知' }

/** The versions of the notice, the one in force first. */
export default async function NoticesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const session = await requireAdmin(paths.adminNotices)
  const { read } = await store()
  const notices = await listNotices(read)
  const published = one(await searchParams, 'done') === 'published'
  return (
    <AdminPage
      session={session}
      current={paths.adminNotices}
      done={published ? '已发布。没有提交的人下一次打开时先读新须知。' : undefined}
    >
      <h1>信息采集须知</h1>
      <p className="measure">
        每发布一版，所有还没有提交的人都要重新阅读 30 秒并同意，才能继续填写和提交；已经提交的不受影响。
      </p>
      <div className="acts">
        <ButtonLink href={paths.adminNewNotice}>起草新版本</ButtonLink>
      </div>
      <ol className="plainlist">
        {notices.map(({ version, publishedAt, sections }, at) => (
          <li key={version} data-notice={version}>
            <p className="who-row">
              <a href={paths.adminNotice(version)}>版本 {version}</a>
              {at === 0 ? <Tag tone="ok">现行</Tag> : <Tag>以前</Tag>}
              <span className="hint">{formatShanghaiYear(publishedAt)} 发布</span>
            </p>
            <p className="hint">{sections.map((section) => section.title).join(' · ')}</p>
          </li>
        ))}
      </ol>
    </AdminPage>
  )
}
