import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ExamDeadline } from '#applicant/exam-deadline.tsx'
import { noticeFirst } from '#applicant/notice-first.ts'
import { ownPage } from '#applicant/own.ts'
import { OwnErrors } from '#applicant/own-errors.tsx'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { Rows } from '#components/record/rows'
import { blocking } from '#lib/collection/parse'
import { partOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { JourneyRail } from '../_views/journey-rail.tsx'
import { submitAction } from './actions.ts'
import { Declaration } from './declaration.tsx'
import { OftenReturnedHere } from './often.tsx'
import { oftenHere } from './often-here.ts'
import { isChangeable, issueHref, rowHref } from './places.ts'
import '#applicant/applicant.css'

type Search = Promise<{ declare?: string; stale?: string }>

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  const { workspace } = await ownPage(paths.check)
  const wrong = blocking(workspace?.reading.issues ?? []).length > 0 || (await searchParams).declare
  return { title: wrong ? '错误：核对并提交' : '核对并提交' }
}

/** Everything as it will be submitted, what still stops it, and the declaration (guide 3.6). */
export default async function CheckPage({ searchParams }: { searchParams: Search }) {
  const own = await ownPage(paths.check)
  const { workspace } = own
  const { declare, stale } = await searchParams
  if (!workspace) redirect(own.record ? paths.record : paths.step('scope'))
  if (workspace.row.status === 'submitted') redirect(paths.receipt)
  await noticeFirst(own)
  const { reading, office, opening, row, comments } = workspace
  const stopping = blocking(reading.issues)
  const errors = [
    ...stopping.map((i) => ({ href: issueHref(i), text: `${partOf(i.part).title}：${i.message}` })),
    ...(declare && stopping.length === 0 ? [{ href: '#declaration', text: '请勾选承诺，再提交' }] : []),
  ]
  const warnings = reading.issues.filter((i) => i.level === 'warning')
  const often = await oftenHere(workspace, own.at)
  const waiting = comments.filter((c) => !c.mended && c.reply === '')
  return (
    <ApplicantPage
      own={own}
      back={{ href: paths.tasks, text: '返回任务清单' }}
      rail={<JourneyRail workspace={workspace} current="check" />}
      wrong={errors.length > 0}
    >
      <Docket left="最后一步" />
      <h1>核对并提交</h1>
      {stale && (
        <Banner tone="warn" mark="conflict" title="您打开这一页之后，内容又有修改">
          <p>下面是最新的内容。请重新核对，再提交。</p>
        </Banner>
      )}
      <OwnErrors own={own} errors={errors} />
      {waiting.length > 0 && (
        <Banner tone="warn" title={`还有 ${waiting.length} 条审核意见没有修改，也没有说明`}>
          <p>仍可以提交，但可能再次被退回。不用修改的，请在该处写明原因。</p>
        </Banner>
      )}
      {warnings.length > 0 && (
        <Banner tone="warn" as="h2" title={`提交前预检：${warnings.length} 处可能被退回`}>
          <ul className="dots">
            {warnings.map((i) => (
              <li key={`${i.code}${i.part}${i.item ?? ''}${i.field ?? ''}`}>
                <a href={issueHref(i)}>{partOf(i.part).title}</a>：{i.message}
              </li>
            ))}
          </ul>
          <p>可以照样提交，由审核人员判断。</p>
        </Banner>
      )}
      <OftenReturnedHere office={office?.name ?? '财政部门'} often={often} />
      <Rows
        groups={workspace.rows}
        documentHref={paths.document}
        masked
        changeHref={(group, row) =>
          isChangeable({ opening, facts: reading.facts }, group, row) ? rowHref(group, row) : undefined
        }
      />
      <ExamDeadline workspace={workspace} at={own.at} />
      <Form name="check" action={submitAction} label="提交" hidden={{ revision: String(row.revision) }}>
        <Declaration wrong={declare !== undefined && stopping.length === 0} blocked={stopping.length} />
        <Actions>
          <Button>提交给{office?.name ?? '财政部门'}审核</Button>
        </Actions>
      </Form>
    </ApplicantPage>
  )
}
