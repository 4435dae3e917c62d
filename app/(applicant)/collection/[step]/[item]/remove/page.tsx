import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { removeEntryAction } from '#applicant/collection/[step]/actions.ts'
import { ownPage } from '#applicant/own.ts'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Docket } from '#components/layout/docket'
import { Rows } from '#components/record/rows'
import { isOpen } from '#lib/collection/opening'
import { isListName, listOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'

export const metadata: Metadata = { title: '删除' }

/** Asks before an entry and its pictures go. */
export default async function RemoveEntryPage({
  params,
}: {
  params: Promise<{ step: string; item: string }>
}) {
  const { step, item } = await params
  if (!isListName(step)) notFound()
  const own = await ownPage(paths.removeEntry(step, item))
  const { workspace } = own
  if (!workspace) redirect(paths.tasks)
  if (workspace.row.status === 'submitted') redirect(paths.receipt)
  const group = workspace.rows.find((g) => g.part === step && g.item === item)
  if (!group) notFound()
  if (!isOpen(workspace.opening, step, item)) redirect(paths.list(step))
  const list = listOf(step)
  return (
    <ApplicantPage own={own} back={{ href: paths.list(step), text: `返回${list.title}` }}>
      <Docket left={list.title} />
      <h1>要删除这一项吗？</h1>
      <p className="lead">删除后，填写的内容和照片都会删除，不能恢复。</p>
      <Rows groups={[group]} documentHref={paths.document} masked />
      <Form name={`remove-${step}`} action={removeEntryAction.bind(null, step, item)} label="删除">
        <Actions>
          <Button tone="danger">删除这一项</Button>
          <ButtonLink href={paths.list(step)} tone="second">
            不删除
          </ButtonLink>
        </Actions>
      </Form>
    </ApplicantPage>
  )
}
