import type { Metadata } from 'next'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { noticeFirst } from '#applicant/notice-first.ts'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import type { Workspace } from '#db/queries/own'
import { paths } from '#lib/paths'
import { ownRecord } from '../own-record.ts'
import { changeAction } from './actions.ts'
import { NONE_CHOSEN, Parts } from './parts.tsx'

type Search = Promise<{ none?: string }>

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  return { title: (await searchParams).none ? '错误：信息变更' : '信息变更' }
}

const OPEN = {
  draft: { title: '您有一份变更还没有提交', href: paths.tasks, text: '继续填写变更' },
  returned: { title: '您有一份变更被退回', href: paths.tasks, text: '修改变更' },
  submitted: { title: '您有一份变更正在审核', href: paths.receipt, text: '查看回执' },
} as const

/** One change at a time: where the open one lies. */
function OpenChange({ status }: { status: Workspace['row']['status'] }) {
  // Only an approved one is not open, and it is no workspace.
  const { title, href, text } = OPEN[status === 'approved' ? 'draft' : status]
  return (
    <>
      <Banner tone="info" title={title}>
        <p>处理完这一份，才能再开始新的变更。</p>
      </Banner>
      <Actions>
        <ButtonLink href={href}>{text}</ButtonLink>
      </Actions>
    </>
  )
}

/** Which parts are to change; the others stay closed (D13). */
export default async function ChangePage({ searchParams }: { searchParams: Search }) {
  const { own } = await ownRecord(paths.change)
  const { workspace } = own
  const none = !workspace && Boolean((await searchParams).none)
  if (!workspace) await noticeFirst(own)
  return (
    <ApplicantPage own={own} back={{ href: paths.record, text: '返回我的记录' }}>
      <Docket left="已通过的记录" />
      <h1>信息变更</h1>
      {none && <ErrorSummary errors={[{ href: '#parts', text: NONE_CHOSEN }]} />}
      {workspace ? (
        <OpenChange status={workspace.row.status} />
      ) : (
        <Form name="change" action={changeAction} label="信息变更">
          <p className="lead">选择要变更的部分，其他部分不动。变更审核通过前，原来的记录一直有效。</p>
          <Parts none={none} />
          <Actions>
            <Button>开始变更</Button>
          </Actions>
        </Form>
      )}
    </ApplicantPage>
  )
}
