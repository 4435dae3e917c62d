import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { COLLECTED } from '#applicant/collection/_views/collected-banner.tsx'
import { ownPage } from '#applicant/own.ts'
import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { OfficeCard } from '#components/layout/office-card'
import { Phone } from '#components/layout/phone'
import { RailSection } from '#components/layout/rail-section'
import { ReceiptStamp } from '#components/record/receipt-stamp'
import { Timeline } from '#components/record/timeline'
import { countAhead } from '#db/queries/queue-place'
import { recentWaits } from '#db/queries/statistics'
import { store } from '#db/store'
import { formatShanghaiYear, today } from '#lib/clock'
import { liveClaim } from '#lib/collection/application'
import { paths } from '#lib/paths'
import { lookedBackTo, waitsOf } from '#lib/statistics/waiting'
import { answerDays, COUNTED_AHEAD, progressOf, waitingText } from './progress.ts'
import '#applicant/applicant.css'

export const metadata: Metadata = { title: '受理回执' }

/** The receipt (R41): number, who reviews, by when, what may be done meanwhile. Reachable again by its address. */
export default async function ReceiptPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const own = await ownPage(paths.receipt)
  const { workspace } = own
  if (workspace?.row.status !== 'submitted') redirect(paths.tasks)
  const { row, office, application } = workspace
  const { done } = await searchParams
  const { read } = await store()
  const claim = liveClaim(application, own.at)
  const bureau = office?.name ?? '财政部门'
  const ahead = await countAhead(read, row, COUNTED_AHEAD)
  const waits = waitsOf(await recentWaits(read, row.officeId, lookedBackTo(today(own.at))))
  return (
    <ApplicantPage
      own={own}
      status
      back={{ href: paths.tasks, text: '返回任务清单' }}
      rail={
        <>
          {office && (
            <RailSection title="审核机关">
              <OfficeCard name={office.name} phone={office.phone} hours={office.hours} />
            </RailSection>
          )}
          <RailSection title="收藏本页">
            <p>审核结束前，登录后都能回到这里查看回执和进度。</p>
          </RailSection>
        </>
      }
    >
      <Banner
        tone="ok"
        as="h1"
        mark={done === 'submitted' ? 'submitted' : undefined}
        title={row.kind === 'change' ? '变更已提交，等待审核' : '已提交，等待审核'}
      >
        <p>
          {formatShanghaiYear(row.submittedAt)}，提交给{bureau}
        </p>
      </Banner>
      <ReceiptStamp code={row.receiptNumber ?? ''} note="查询、咨询时请报这个编号。" />
      <p className="hint sub">
        可以截图保存，或用浏览器打印。在微信里打开的，请先点右上角“…”选“在浏览器打开”。
      </p>
      <section className="sec">
        <h2>办理进度</h2>
        <Timeline
          events={progressOf({
            submittedAt: row.submittedAt,
            submissions: row.submissions,
            office: bureau,
            claim,
            ahead,
          })}
        />
        <p className="measure sub" data-waiting={waits ? 'measured' : 'few'}>
          {waitingText(bureau, waits)}
        </p>
      </section>
      <section className="sec">
        <h2>接下来</h2>
        <ul className="dots">
          <li>审核期间不能修改。{claim ? '' : '发现填错了，在审核人员开始审核之前可以撤回。'}</li>
          <li>
            {row.kind === 'change'
              ? '通过后，您的记录换成新的内容；在此之前，原来的记录一直有效。'
              : `通过后，登录会看到“${COLLECTED}”。`}
          </li>
          <li>退回时，会写明原因。改好后再次提交即可，不用重填。</li>
          <li>
            {answerDays(row.submittedAt).overdue}以后仍没有结果，请打电话给{bureau}
            {office && (
              <>
                ：<Phone number={office.phone} />
              </>
            )}
            。
          </li>
        </ul>
      </section>
      <section className="sec noprint">
        <h2>撤回申请</h2>
        <p className="measure">
          {claim
            ? '审核人员正在审核，现在不能撤回。'
            : '撤回后回到草稿，改好可以再次提交，等待时间重新计算。'}
        </p>
        <Actions>
          {!claim && (
            <ButtonLink href={paths.withdraw} tone="second">
              撤回申请
            </ButtonLink>
          )}
          <ButtonLink href={paths.tasks} tone="plain">
            查看填写内容
          </ButtonLink>
        </Actions>
      </section>
    </ApplicantPage>
  )
}
