import type { Metadata } from 'next'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { Docket } from '#components/layout/docket'
import { Ledger } from '#components/record/ledger'
import { Qr } from '#components/record/qr'
import { Rows } from '#components/record/rows'
import { formatShanghaiYear } from '#lib/clock'
import { picturesIn } from '#lib/collection/present'
import { env } from '#lib/env'
import { paths, withQuery } from '#lib/paths'
import { ownRecord } from '../own-record.ts'

export const metadata: Metadata = { title: '会计人员信息采集表' }

/** The sheet of paper: title, photo, every row, and a code that an employer may check. */
export default async function PrintPage() {
  const { own, record, submission, office } = await ownRecord(paths.recordPrint)
  const { rows } = submission.snapshot
  const portrait = picturesIn(rows)[0]
  const address = `${env().publicOrigin}${withQuery(paths.verify, { code: record.verifyCode })}`
  return (
    <ApplicantPage own={own} back={{ href: paths.record, text: '返回我的记录' }}>
      <Docket left={`第 ${record.version} 版`} right={record.verifyCode} />
      <div className="record-top">
        <div>
          <h1 className="print-title">会计人员信息采集表</h1>
          <p className="muted small noprint">
            用浏览器的“打印”功能打印，或存成 PDF。微信里请先用浏览器打开。
          </p>
        </div>
        {portrait && (
          <span className="thumb">
            <img src={paths.document(portrait.picture.documentId)} width={295} height={413} alt="证件照" />
          </span>
        )}
      </div>
      <Rows
        groups={rows.map((g) => ({ ...g, rows: g.rows.filter((r) => r.text !== '' && !r.picture) }))}
        documentHref={paths.document}
        masked
      />
      <section className="sec">
        <h2>查验</h2>
        <Ledger
          rows={[
            { label: '审核机关', text: office?.name ?? '' },
            { label: '通过时间', text: formatShanghaiYear(record.approvedAt) },
            { label: '查验编号', text: record.verifyCode },
            { label: '查验网址', text: address },
          ]}
        />
        <Qr text={address} label="查验网址的二维码" />
      </section>
    </ApplicantPage>
  )
}
