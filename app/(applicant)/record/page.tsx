import type { Metadata } from 'next'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { CollectedBanner } from '#applicant/collection/_views/collected-banner.tsx'
import { DoneBanner } from '#applicant/collection/_views/done-banner.tsx'
import { Docket } from '#components/layout/docket'
import { OfficeCard } from '#components/layout/office-card'
import { RailSection } from '#components/layout/rail-section'
import { Ledger } from '#components/record/ledger'
import { Rows } from '#components/record/rows'
import { listAccess } from '#db/queries/access'
import { store } from '#db/store'
import { formatShanghaiYear } from '#lib/clock'
import { paths, withQuery } from '#lib/paths'
import { filled } from './filled.ts'
import { RecordMenu } from './menu.tsx'
import { ownRecord } from './own-record.ts'
import { Versions } from './versions.tsx'
import '#applicant/applicant.css'

export const metadata: Metadata = { title: '我的记录' }

/** The approved record: in force, what may be done with it, what it holds (R44). */
export default async function RecordPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { own, record, submission, office, versions } = await ownRecord(paths.record)
  const { done } = await searchParams
  const { read } = await store()
  const [lastLook] = await listAccess(read, own.session.person.id, 1)
  const [current] = versions
  return (
    <ApplicantPage
      own={own}
      rail={
        office && (
          <RailSection title="审核机关">
            <OfficeCard name={office.name} phone={office.phone} hours={office.hours} />
          </RailSection>
        )
      }
    >
      <div data-status="approved" data-kind={current?.kind ?? 'first'}>
        <Docket
          left={`第 ${record.version} 版 · 有效`}
          right={`${formatShanghaiYear(record.approvedAt)} 通过`}
        />
        <h1>我的记录</h1>
        <DoneBanner done={done} />
        <CollectedBanner />
      </div>
      <RecordMenu lastLook={lastLook} />
      <section className="sec">
        <h2>记录信息</h2>
        <Ledger
          rows={[
            { label: '受理编号', text: <span className="num">{current?.receiptNumber}</span> },
            { label: '审核机关', text: office?.name ?? '' },
            { label: '通过时间', text: formatShanghaiYear(record.approvedAt) },
            {
              label: '查验编号',
              text: <span className="num">{record.verifyCode}</span>,
              note: (
                <>
                  单位可凭编号在<a href={withQuery(paths.verify, { code: record.verifyCode })}>查验页</a>
                  核对。刚通过的，10 分钟后可以查到。
                </>
              ),
            },
          ]}
        />
      </section>
      <Rows groups={filled(submission.snapshot.rows)} documentHref={paths.document} masked />
      <Versions versions={versions} />
    </ApplicantPage>
  )
}
