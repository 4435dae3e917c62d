import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ownPage } from '#applicant/own.ts'
import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { OfficeCard } from '#components/layout/office-card'
import { RailSection } from '#components/layout/rail-section'
import { ReceiptStamp } from '#components/record/receipt-stamp'
import { Timeline } from '#components/record/timeline'
import { formatShanghaiWeekday, today } from '#lib/clock'
import { liveClaim } from '#lib/collection/application'
import { dateText } from '#lib/collection/kinds/date'
import { paths } from '#lib/paths'
import { addWorkingDays, PROMISED_DAYS } from '#lib/working-days'

export const metadata: Metadata = { title: '受理回执' }

/** The receipt: number, who reviews, by when, what may be done meanwhile. Reachable again by its address. */
export default async function ReceiptPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const own = await ownPage(paths.receipt)
  const { workspace } = own
  if (workspace?.row.status !== 'submitted') redirect(paths.tasks)
  const { row, office, application } = workspace
  const { done } = await searchParams
  const answer = dateText(addWorkingDays(today(row.submittedAt), PROMISED_DAYS))
  const claim = liveClaim(application, own.at)
  const change = row.kind === 'change'
  return (
    <ApplicantPage
      own={own}
      status
      back={{ href: paths.tasks, text: '返回任务清单' }}
      rail={
        office && (
          <RailSection title="审核机关">
            <OfficeCard name={office.name} phone={office.phone} hours={office.hours} />
          </RailSection>
        )
      }
    >
      <Docket
        left={change ? '信息变更' : '会计人员信息采集'}
        right={formatShanghaiWeekday(row.submittedAt)}
      />
      {done === 'submitted' ? (
        <Banner tone="ok" mark="submitted" as="h1" title={change ? '变更已提交' : '已提交'}>
          <p>由{office?.name ?? '财政部门'}审核。</p>
        </Banner>
      ) : (
        <h1>{change ? '变更已提交，等待审核' : '已提交，等待审核'}</h1>
      )}
      <ReceiptStamp code={row.receiptNumber ?? ''} note="咨询时请报这个编号，可以截图保存。" />
      <section className="sec">
        <h2>接下来</h2>
        <Timeline
          events={[
            { tone: 'done', text: '提交', when: formatShanghaiWeekday(row.submittedAt), by: '您' },
            {
              tone: 'cur',
              text: claim ? '正在审核' : '等待审核',
              when: `${answer}前有结果（${PROMISED_DAYS} 个工作日）`,
              by: office?.name ?? '',
            },
            { tone: 'todo', text: '通过，或退回并写明原因' },
          ]}
        />
        <p className="measure">
          审核期间不能修改。
          {claim ? '审核人员正在审核，暂时不能撤回。' : '还没有人开始审核时，可以撤回修改。'}
        </p>
      </section>
      <Actions>
        <ButtonLink href={paths.tasks} tone="second">
          返回任务清单
        </ButtonLink>
        <ButtonLink href={paths.withdraw} tone="plain">
          撤回申请
        </ButtonLink>
      </Actions>
    </ApplicantPage>
  )
}
