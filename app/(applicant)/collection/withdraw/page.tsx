import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ownPage } from '#applicant/own.ts'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { liveClaim } from '#lib/collection/application'
import { paths } from '#lib/paths'
import { withdrawAction } from './actions.ts'

export const metadata: Metadata = { title: '撤回申请' }

/** Asks before an application is taken back to draft; says why when it cannot be (D12). */
export default async function WithdrawPage({
  searchParams,
}: {
  searchParams: Promise<{ refused?: string }>
}) {
  const own = await ownPage(paths.withdraw)
  const { workspace } = own
  if (workspace?.row.status !== 'submitted') redirect(paths.tasks)
  const { refused } = await searchParams
  const held = liveClaim(workspace.application, own.at) !== undefined
  return (
    <ApplicantPage own={own} back={{ href: paths.receipt, text: '返回受理回执' }}>
      <Docket left={workspace.row.receiptNumber ?? ''} />
      <h1>要撤回申请吗？</h1>
      {held ? (
        <Banner tone="warn" mark="conflict" title="审核人员正在审核，现在不能撤回">
          <p>
            请等待审核结果。急需修改的，请打电话给{workspace.office?.name}（{workspace.office?.phone}
            ），由审核人员退回。
          </p>
        </Banner>
      ) : (
        refused && (
          <Banner tone="warn" mark="conflict" title="刚才没有撤回成功">
            <p>申请的状态有变化。仍要撤回的，请再按一次。</p>
          </Banner>
        )
      )}
      <p className="lead">撤回后回到草稿，可以修改后再提交。再次提交要重新排队等待审核。</p>
      <Form
        name="withdraw"
        action={withdrawAction}
        label="撤回"
        hidden={{ version: String(workspace.row.version) }}
      >
        <Actions>
          <Button tone="danger">撤回申请</Button>
          <ButtonLink href={paths.receipt} tone="second">
            不撤回
          </ButtonLink>
        </Actions>
      </Form>
    </ApplicantPage>
  )
}
