import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ownPage } from '#applicant/own.ts'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Docket } from '#components/layout/docket'
import { paths } from '#lib/paths'
import { discardAction } from './actions.ts'

export const metadata: Metadata = { title: '删除草稿' }

/** Asks before a draft and its pictures go for good (D12). */
export default async function DiscardPage() {
  const own = await ownPage(paths.discard)
  const { workspace } = own
  if (workspace?.row.status !== 'draft') redirect(paths.tasks)
  const change = workspace.row.kind === 'change'
  const what = change ? '这次变更' : '草稿'
  return (
    <ApplicantPage own={own} back={{ href: paths.tasks, text: '返回任务清单' }}>
      <Docket left={change ? '信息变更' : '草稿'} />
      <h1>要删除{what}吗？</h1>
      <p className="lead">
        {change
          ? '这次变更里改过的内容和新上传的照片都会删除，不能恢复。已通过的记录不受影响，继续有效。'
          : '填写的内容和上传的照片都会马上删除，不能恢复。以后需要时，要从头填写。'}
      </p>
      <Form name="discard" action={discardAction} label="删除">
        <Actions>
          <Button tone="danger">删除{what}</Button>
          <ButtonLink href={paths.tasks} tone="second">
            不删除
          </ButtonLink>
        </Actions>
      </Form>
    </ApplicantPage>
  )
}
