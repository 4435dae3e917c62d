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
import { filled } from '../filled.ts'
import { ownRecord } from '../own-record.ts'
import '#applicant/applicant.css'

export const metadata: Metadata = { title: '会计人员信息采集表' }

const PORTRAIT = 'personal.photo'

/** The sheet of paper: number, version, photo, every row, and a code that an employer may check. */
export default async function PrintPage() {
  const { own, record, submission, office, versions } = await ownRecord(paths.recordPrint)
  const { rows } = submission.snapshot
  const portrait = picturesIn(rows).find(({ key }) => key === PORTRAIT)
  const address = `${env().publicOrigin}${withQuery(paths.verify, { code: record.verifyCode })}`
  return (
    <ApplicantPage own={own} back={{ href: paths.record, text: '返回我的记录' }}>
      <Docket
        left={
          <>
            受理编号 <span className="num nw">{versions[0]?.receiptNumber}</span>
          </>
        }
        right={`第 ${record.version} 版`}
      />
      <div className="record-top">
        <div>
          <h1>会计人员信息采集表</h1>
          <p>
            {formatShanghaiYear(record.approvedAt)} 由{office?.name ?? '财政部门'}审核通过
          </p>
          <p>打印时间 {formatShanghaiYear(own.at)}</p>
          <p className="muted small noprint">
            用浏览器的“打印”功能打印，或存成 PDF。在微信里打开的，请先点右上角“…”选“在浏览器打开”。
          </p>
        </div>
        {portrait && (
          <span className="thumb">
            <img src={paths.document(portrait.picture.documentId)} width={295} height={413} alt="证件照" />
          </span>
        )}
      </div>
      <Rows groups={filled(rows, (row) => !row.picture)} documentHref={paths.document} masked />
      <section className="sec">
        <h2>查验</h2>
        <Ledger
          rows={[
            { label: '查验编号', text: <span className="num">{record.verifyCode}</span> },
            { label: '查验网址', text: <span className="num">{address}</span> },
          ]}
        />
        <div className="sub">
          <Qr text={address} label="查验网址的二维码" />
        </div>
      </section>
    </ApplicantPage>
  )
}
