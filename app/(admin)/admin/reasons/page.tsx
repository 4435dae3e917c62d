import type { Metadata } from 'next'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { ReasonForm } from '#components/admin/reason-form'
import { BLANK } from '#components/admin/typed-field'
import { Tag } from '#components/layout/tag'
import { ownReasons } from '#db/queries/reasons'
import { store } from '#db/store'
import { typedValues } from '#lib/collection/typed'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { addReasonAction } from './actions.ts'

type Props = { searchParams: Promise<Params> }

const DONE: Readonly<Record<string, string>> = {
  added: '已新增，审核员打开下一个页面起可以选用。',
  changed: '已改。以前的退回仍显示当时的文字。',
  retired: '已停用，审核员不再能选用。以前的退回不受影响。',
  restored: '已恢复。',
}

const open = async ({ searchParams }: Props) => {
  const session = await requireAdmin(paths.adminReasons)
  const params = await searchParams
  return { session, params, refused: await refusedForm(session, paths.adminReasons, one(params, 'held')) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titled('退回原因', (await open(props)).refused) }
}

/** The province's library of reasons for a return; offices add their own beside it. */
export default async function ReasonsPage(props: Props) {
  const { session, params, refused } = await open(props)
  const { read } = await store()
  const reasons = await ownReasons(read, '')
  const fields = typedValues(refused?.pairs ?? [], 'fields')
  return (
    <AdminPage
      session={session}
      current={paths.adminReasons}
      done={DONE[one(params, 'done') ?? '']}
      refused={refused}
    >
      <h1>退回原因</h1>
      <p className="measure">全省审核员共用。改动存为新版本，以前的退回仍显示当时的文字。</p>
      <div className="tablewrap">
        <table className="grid cards">
          <caption className="vh">退回原因</caption>
          <thead>
            <tr>
              <th scope="col">代码</th>
              <th scope="col">名称</th>
              <th scope="col">给申请人看的话</th>
              <th scope="col">版本</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ code, title, text, version, retiredAt }) => (
              <tr key={code} data-reason={code}>
                <td className="full" data-l="代码">
                  {code}
                </td>
                <th scope="row">
                  <a href={paths.adminReason(code)}>{title}</a>
                </th>
                <td className="full">{text}</td>
                <td data-l="版本">{version}</td>
                <td className="st nw">{retiredAt ? <Tag>已停用</Tag> : <Tag tone="ok">在用</Tag>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="sec" aria-labelledby="add">
        <h2 id="add">新增原因</h2>
        <ReasonForm
          name="add-reason"
          action={addReasonAction}
          typed={refused ?? BLANK}
          fields={fields}
          button="新增"
        />
      </section>
    </AdminPage>
  )
}
