import type { Metadata } from 'next'
import { refusedForm, titled } from '#admin/refused.ts'
import { ReasonForm } from '#components/admin/reason-form'
import { BLANK } from '#components/admin/typed-field'
import { ErrorSummary } from '#components/form/error-summary'
import { Banner } from '#components/layout/banner'
import { ReasonTable } from '#components/review/reason-table'
import { findOffice } from '#db/queries/offices'
import { ownReasons } from '#db/queries/reasons'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { typedValues } from '#lib/collection/typed'
import { requireReviewer } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { addOwnReasonAction } from './actions.ts'

type Props = { searchParams: Promise<Params> }

const DONE: Readonly<Record<string, string>> = {
  added: '已新增，打开下一件起可以选用。',
  changed: '已改。以前的退回仍显示当时的文字。',
  retired: '已停用，以前的退回不受影响。',
  restored: '已恢复。',
}

async function open({ searchParams }: Props) {
  const session = await requireReviewer(paths.officeReasons)
  const params = await searchParams
  return { session, params, refused: await refusedForm(session, paths.officeReasons, one(params, 'held')) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titled('本单位退回原因', (await open(props)).refused) }
}

/** What an office adds to the province's library of reasons: only its own reviewers are offered these. */
export default async function OfficeReasonsPage(props: Props) {
  const { session, params, refused } = await open(props)
  const { read } = await store()
  const officeId = session.officeIds[0] ?? ''
  const office = await findOffice(read, officeId)
  const done = DONE[one(params, 'done') ?? '']
  return (
    <DeskPage
      session={session}
      office={office?.name}
      current={paths.queue}
      back={{ href: paths.queue, text: '返回队列' }}
    >
      {done && !refused && <Banner tone="ok" mark="saved" title={done} />}
      <ErrorSummary errors={(refused?.errors ?? []).map((e) => ({ href: `#${e.name}`, text: e.text }))} />
      <h1>本单位退回原因</h1>
      <p className="measure">
        全省共用的原因由省财政厅维护；这里增加的，只有{office?.name}的审核员可以选用。
      </p>
      <ReasonTable
        title="本单位的"
        none="本单位还没有增加过退回原因。"
        reasons={await ownReasons(read, officeId)}
        href={paths.officeReason}
      />
      <section className="sec" aria-labelledby="add">
        <h2 id="add">新增原因</h2>
        <ReasonForm
          name="add-reason"
          action={addOwnReasonAction}
          typed={refused ?? BLANK}
          fields={typedValues(refused?.pairs ?? [], 'fields')}
          button="新增"
        />
      </section>
      <details className="sec">
        <summary>
          <span>全省共用的</span>
        </summary>
        <div>
          <ReasonTable title="全省共用的" none="" reasons={await ownReasons(read, '')} />
        </div>
      </details>
    </DeskPage>
  )
}
