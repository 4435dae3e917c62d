import type { Metadata } from 'next'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { CollectedBanner } from '#applicant/collection/_views/collected-banner.tsx'
import { Docket } from '#components/layout/docket'
import { OfficeCard } from '#components/layout/office-card'
import { RailSection } from '#components/layout/rail-section'
import { Ledger } from '#components/record/ledger'
import { Rows } from '#components/record/rows'
import { formatShanghaiYear } from '#lib/clock'
import { paths } from '#lib/paths'
import { ownRecord } from './own-record.ts'

export const metadata: Metadata = { title: '我的记录' }

const MENU = [
  { href: paths.change, title: '信息变更', says: '单位、学历、证书等有变化时，选择要改的部分提交审核' },
  { href: paths.recordPrint, title: '打印采集表', says: 'A4 一份，带查验编号' },
  { href: paths.access, title: '谁看过我的信息', says: '财政部门每次查看都有记录' },
  { href: paths.download, title: '下载我的信息', says: '填写内容、审核意见和同意记录' },
] as const

/** The approved record: in force, what it holds, what may be done with it (R44). */
export default async function RecordPage() {
  const { own, record, submission, office } = await ownRecord(paths.record)
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
      <div data-status="approved" data-kind={record.version > 1 ? 'change' : 'first'}>
        <Docket
          left={`第 ${record.version} 版 · 有效`}
          right={`${formatShanghaiYear(record.approvedAt)} 通过`}
        />
        <h1>我的记录</h1>
        <CollectedBanner />
      </div>
      <ul className="menu-links sub">
        {MENU.map(({ href, title, says }) => (
          <li key={href}>
            <a href={href}>
              <b>{title}</b>
              <span className="d">{says}</span>
            </a>
          </li>
        ))}
      </ul>
      <section className="sec">
        <h2>记录信息</h2>
        <Ledger
          rows={[
            { label: '审核机关', text: office?.name ?? '' },
            { label: '通过时间', text: formatShanghaiYear(record.approvedAt) },
            { label: '查验编号', text: record.verifyCode, note: '单位可凭编号在“查验”页核对' },
          ]}
        />
      </section>
      <Rows
        groups={submission.snapshot.rows.map((g) => ({ ...g, rows: g.rows.filter((r) => r.text !== '') }))}
        documentHref={paths.document}
        masked
      />
    </ApplicantPage>
  )
}
