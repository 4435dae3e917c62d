import type { ReactNode } from 'react'
import { Banner } from '#components/layout/banner'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { paths } from '#lib/paths'
import { maskIdNumber } from '#lib/protect/mask'
import type { OwnPage } from './own.ts'

type MainProps = Readonly<Record<`data-${string}`, string>>

/** The marks of the state, first on the pages that show it (contract section 4). */
function statusProps(own: OwnPage): MainProps {
  const { workspace, record } = own
  if (workspace) return { 'data-status': workspace.row.status, 'data-kind': workspace.row.kind }
  return { 'data-status': record ? 'approved' : 'none', 'data-kind': 'first' }
}

/** The reasons of a return, on every page until it is resubmitted (R42, R43); see `OwnErrors`. */
function ReturnedBanner({ own }: { own: OwnPage }) {
  const { workspace } = own
  if (workspace?.row.status !== 'returned' || !workspace.returned) return null
  const { reasons, text, comments } = workspace.returned
  return (
    <Banner tone="err" mark="returned" title="申请被退回，请按原因修改后重新提交">
      <ul className="dots">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {text !== '' && <li>{text}</li>}
        {comments.length > 0 && <li>有 {comments.length} 处写了具体意见，见标着“需修改”的部分。</li>}
      </ul>
    </Banner>
  )
}

/** That there is something to read; a return says so itself. */
function FreshBanner({ own, fresh }: { own: OwnPage; fresh: number }) {
  if (fresh === 0 || own.workspace?.row.status === 'returned') return null
  return (
    <Banner tone="info" title={`您有 ${fresh} 条新消息`}>
      <p>
        <a href={paths.messages}>查看消息</a>
      </p>
    </Banner>
  )
}

/** The frame of every page of the applicant's wing: masthead with menu, sheet, rail, footer. */
export function ApplicantPage(props: {
  own: OwnPage
  /** Messages that are not marked as read, where the page counts them. */
  fresh?: number
  back?: { href: string; text: string }
  rail?: ReactNode
  status?: boolean
  wide?: boolean
  /** The page prints `OwnErrors` with something in them, which say the return themselves. */
  wrong?: boolean
  children: ReactNode
}) {
  const { own, fresh = 0, back, rail, status, wide, wrong, children } = props
  const { person } = own.session
  // R44: an approved person finds 信息变更 on every page.
  const approved = own.record
    ? [
        { href: paths.record, text: '我的记录' },
        { href: paths.change, text: '信息变更' },
      ]
    : []
  const nav = [
    { href: paths.tasks, text: '信息采集' },
    ...approved,
    { href: paths.messages, text: fresh > 0 ? `消息（${fresh} 条新）` : '消息' },
  ]
  return (
    <>
      <Masthead who={{ name: person.name, number: maskIdNumber(person.idType, person.idNumber) }} nav={nav} />
      <Frame back={back} rail={rail} wide={wide} mainProps={status ? statusProps(own) : undefined}>
        {!wrong && <ReturnedBanner own={own} />}
        <FreshBanner own={own} fresh={fresh} />
        {children}
      </Frame>
      <Footer />
    </>
  )
}
