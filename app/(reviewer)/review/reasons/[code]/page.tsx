import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { refusedForm, titled } from '#admin/refused.ts'
import { ReasonForm } from '#components/admin/reason-form'
import { Button } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Tag } from '#components/layout/tag'
import { reasonVersions } from '#db/queries/reasons'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { formatShanghaiYear } from '#lib/clock'
import { typedValues } from '#lib/collection/typed'
import { requireReviewer } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { changeOwnReasonAction, retireOwnReasonAction } from '../actions.ts'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Params> }

/** The reason through its office: the province's and other offices' are not there. */
async function open({ params, searchParams }: Props) {
  const { code } = await params
  const path = paths.officeReason(code)
  const session = await requireReviewer(path)
  const officeId = session.officeIds[0] ?? ''
  const { read } = await store()
  const versions = (await reasonVersions(read, [officeId]))
    .filter((version) => version.code === code && version.officeId === officeId)
    .reverse()
  const [newest] = versions
  if (!newest) notFound()
  return {
    session,
    code,
    versions,
    newest,
    refused: await refusedForm(session, path, one(await searchParams, 'held')),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { code, refused } = await open(props)
  return { title: titled(`退回原因 ${code}`, refused) }
}

/** One reason of the office: its words, whether it is offered, how it read before. */
export default async function OfficeReasonPage(props: Props) {
  const { session, code, versions, newest, refused } = await open(props)
  const retired = newest.retiredAt !== undefined
  const fields = refused ? typedValues(refused.pairs, 'fields') : newest.fields
  return (
    <DeskPage
      session={session}
      current={paths.queue}
      back={{ href: paths.officeReasons, text: '返回本单位退回原因' }}
    >
      <ErrorSummary errors={(refused?.errors ?? []).map((e) => ({ href: `#${e.name}`, text: e.text }))} />
      <div className="who-row">
        <h1>
          {code} {newest.title}
        </h1>
        {retired ? <Tag>已停用</Tag> : <Tag tone="ok">在用</Tag>}
      </div>
      <ReasonForm
        name="change-reason"
        action={changeOwnReasonAction.bind(null, code)}
        typed={refused ?? { values: { title: newest.title, text: newest.text }, errors: [] }}
        fields={fields}
        version={newest.version}
        button={retired ? '保存为新版本并恢复使用' : '保存为新版本'}
      />
      <Form name="retire-reason" action={retireOwnReasonAction.bind(null, code)} className="sheetform">
        <p>
          {retired ? '已停用，不能选用。' : '停用后不能再选用；以前用它退回的仍显示这条原因，可以随时恢复。'}
        </p>
        <div className="acts">
          <Button tone="second" intent={{ name: 'intent', value: retired ? 'restore' : 'retire' }}>
            {retired ? '恢复使用' : '停用'}
          </Button>
        </div>
      </Form>
      <section className="sec" aria-labelledby="history">
        <h2 id="history">历史</h2>
        <ol className="plainlist">
          {versions.map(({ version, title, text, createdAt }) => (
            <li key={version} data-version={version}>
              <p>
                <b>第 {version} 版</b> <span className="hint">{formatShanghaiYear(createdAt)}</span>
              </p>
              <p>{title}</p>
              {text !== '' && <p className="hint">{text}</p>}
            </li>
          ))}
        </ol>
      </section>
    </DeskPage>
  )
}
