import type { Metadata } from 'next'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { TypedField } from '#components/admin/typed-field'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { currentNotice, noticeText } from '#db/queries/notices'
import { store } from '#db/store'
import { requireAdmin } from '#lib/identity/session'
import { NOTICE_CONTROLS, noticeValues } from '#lib/notice-input'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { previewAction } from '../actions.ts'

type Props = { searchParams: Promise<Params> }

async function open({ searchParams }: Props) {
  const session = await requireAdmin(paths.adminNewNotice)
  const id = one(await searchParams, 'held')
  const refused =
    (await refusedForm(session, paths.adminNewNotice, id)) ??
    (await refusedForm(session, paths.adminNoticePreview, id))
  return { session, refused }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titled('起草须知', (await open(props)).refused) }
}

/** A new text, begun from the one in force. */
export default async function NewNoticePage(props: Props) {
  const { session, refused } = await open(props)
  const { read } = await store()
  const sections = await noticeText(read, await currentNotice(read))
  const typed = refused ?? { values: noticeValues(sections), errors: [] }
  return (
    <AdminPage
      session={session}
      current={paths.adminNotices}
      back={{ href: paths.adminNotices, text: '返回须知' }}
      refused={refused}
    >
      <h1>起草须知的新版本</h1>
      <p className="measure">从现行的须知改起。正文每一行是一段；标题和正文都留空的部分不会出现。</p>
      <Form name="draft-notice" action={previewAction}>
        {NOTICE_CONTROLS.map(({ title, body }, at) => (
          <fieldset key={title} className="sheetform">
            <legend className="vh">第 {at + 1} 部分</legend>
            <TypedField name={title} label={`第 ${at + 1} 部分：标题`} typed={typed} />
            <TypedField name={body} label="正文" typed={typed} rows={typed.values[body] ? 6 : 2} />
          </fieldset>
        ))}
        <div className="acts">
          <Button>预览并对照</Button>
        </div>
      </Form>
    </AdminPage>
  )
}
