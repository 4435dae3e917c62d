import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { ReasonForm } from '#components/admin/reason-form'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Tag } from '#components/layout/tag'
import { reasonVersions } from '#db/queries/reasons'
import { store } from '#db/store'
import { formatShanghaiYear } from '#lib/clock'
import { OTHER_REASON } from '#lib/collection/codes/reasons'
import { typedValues } from '#lib/collection/typed'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { changeReasonAction, retireReasonAction } from '../actions.ts'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Params> }

async function open({ params, searchParams }: Props) {
  const { code } = await params
  const path = paths.adminReason(code)
  const session = await requireAdmin(path)
  const { read } = await store()
  const versions = (await reasonVersions(read)).filter((version) => version.code === code).reverse()
  const [newest] = versions
  if (!newest) notFound()
  const refused = await refusedForm(session, path, one(await searchParams, 'held'))
  return { session, code, versions, newest, refused }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { code, refused } = await open(props)
  return { title: titled(`退回原因 ${code}`, refused) }
}

/** One reason: its words, whether it is offered, how it read before. */
export default async function ReasonPage(props: Props) {
  const { session, code, versions, newest, refused } = await open(props)
  const fields = refused ? typedValues(refused.pairs, 'fields') : newest.fields
  const retired = newest.retiredAt !== undefined
  return (
    <AdminPage
      session={session}
      current={paths.adminReasons}
      back={{ href: paths.adminReasons, text: '返回退回原因' }}
      refused={refused}
    >
      <div className="who-row">
        <h1>
          {code} {newest.title}
        </h1>
        {retired ? <Tag>已停用</Tag> : <Tag tone="ok">在用</Tag>}
      </div>
      <ReasonForm
        name="change-reason"
        action={changeReasonAction.bind(null, code)}
        typed={refused ?? { values: { title: newest.title, text: newest.text }, errors: [] }}
        fields={fields}
        version={newest.version}
        button={retired ? '保存为新版本并恢复使用' : '保存为新版本'}
      />
      {code !== OTHER_REASON && (
        <Form name="retire-reason" action={retireReasonAction.bind(null, code)} className="sheetform">
          <p>
            {retired
              ? '已停用：审核员不能选用。'
              : '停用后审核员不能再选用；以前用它退回的仍显示这条原因，可以随时恢复。'}
          </p>
          <div className="acts">
            <Button tone="second" intent={{ name: 'intent', value: retired ? 'restore' : 'retire' }}>
              {retired ? '恢复使用' : '停用'}
            </Button>
          </div>
        </Form>
      )}
      <section className="sec" aria-labelledby="history">
        <h2 id="history">历史</h2>
        <ol className="plainlist">
          {versions.map(({ version, title, text, createdAt }) => (
            <li key={version} data-version={version}>
              <p>
                <b>第 {version} 版</b>
                <span className="hint">
                  {' '}
                  {createdAt.getTime() === 0 ? '随系统提供' : formatShanghaiYear(createdAt)}
                </span>
              </p>
              <p>{title}</p>
              {text !== '' && <p className="hint">{text}</p>}
            </li>
          ))}
        </ol>
      </section>
    </AdminPage>
  )
}
