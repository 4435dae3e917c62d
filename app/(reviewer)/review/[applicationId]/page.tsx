import type { Metadata } from 'next'
import { Button } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Tag } from '#components/layout/tag'
import { Checks } from '#components/review/checks'
import { DecisionForm } from '#components/review/decision-form'
import { Desk } from '#components/review/desk-rows'
import { ForwardForm } from '#components/review/forward-form'
import { Viewer } from '#components/review/viewer'
import { listOffices } from '#db/queries/offices'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { formatShanghaiDesk } from '#lib/clock'
import { RETURN_REASONS } from '#lib/collection/codes/reasons'
import { picturesIn } from '#lib/collection/present'
import { paths, withQuery } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { kindWord } from '../queue-rows.ts'
import { claimAction, decisionAction, forwardAction, undoAction } from './actions.ts'
import { Changes } from './changes.tsx'
import { openDesk } from './dossier.ts'
import { heldDecision } from './held-decision.ts'
import { History } from './history.tsx'
import { verified } from './verified.ts'

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<Params> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const desk = await openDesk((await params).applicationId)
  const held = await heldDecision(desk, one(await searchParams, 'held'))
  return { title: `${held?.errors.length ? '错误：' : ''}${desk.row.name} 的申请` }
}

const STATES = { submitted: '待审核', returned: '已退回', approved: '已通过', draft: '草稿' } as const

/** One application: claim and proof in one glance; the decision form is there for the holder alone (D11). */
export default async function ApplicationPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const query = await searchParams
  const desk = await openDesk(applicationId)
  const { row, submission, session, claim, mine, own, reviews } = desk
  const held = await heldDecision(desk, one(query, 'held'))
  const f = one(query, 'f')
  const back = withQuery(paths.queue, Object.fromEntries(new URLSearchParams(f ?? '')))
  const pictures = picturesIn(submission.snapshot.rows)
  const shown = pictures.find((p) => p.key === one(query, 'att')) ?? pictures[0]
  const done = one(query, 'done')
  const conflict = one(query, 'conflict')
  const { read } = await store()
  const offices = (await listOffices(read)).filter((o) => o.level === 'county' && o.id !== row.officeId)
  const bound = { id: row.id, f: f ?? '' }
  const mayForward = row.status === 'submitted' && !own && (mine || !reviews)
  return (
    <DeskPage
      session={session}
      office={desk.office?.name}
      current={paths.queue}
      back={{ href: back, text: '返回队列（保留筛选）' }}
      mainProps={{ 'data-status': row.status, 'data-kind': row.kind }}
    >
      {done === 'approve' && <Banner tone="ok" mark="approved" title="上一件已通过，这是下一件" />}
      {done === 'return' && <Banner tone="ok" mark="returned" title="上一件已退回，这是下一件" />}
      {conflict && (
        <Banner tone="warn" mark="conflict" title="没有办成：申请在您打开之后有了变化">
          <p>{conflictText(conflict, desk.holderName)}</p>
        </Banner>
      )}
      {held && held.errors.length > 0 && <ErrorSummary errors={held.errors} />}
      {held && !mine && held.reason !== '' && (
        <Banner tone="info" title="您刚才写的意见还在">
          <p>{held.reason}</p>
        </Banner>
      )}
      <div className="who-row">
        <h1>{row.name}</h1>
        <Tag tone={row.status === 'returned' ? 'err' : row.status === 'approved' ? 'ok' : 'info'}>
          {STATES[row.status]}
        </Tag>
        <span>{kindWord(row)}</span>
        {claim &&
          (mine ? (
            <span className="mv">由我认领，{formatShanghaiDesk(claim.until)} 前有效</span>
          ) : (
            <span className="mw">
              {desk.holderName} 正在审核，{formatShanghaiDesk(claim.since)} 起
            </span>
          ))}
      </div>
      <p className="facts">
        <span>
          受理编号 <b className="num">{row.receiptNumber}</b>
        </span>
        <span>
          提交 <b>{formatShanghaiDesk(row.submittedAt)}</b>
        </span>
        <span>
          第 <b>{submission.n}</b> 次提交
        </span>
        <span>
          审核机关 <b>{desk.office?.name}</b>
        </span>
        {mine && <a href="#decision">到审核决定</a>}
        <a href="#history">历史</a>
      </p>
      {own && (
        <Banner tone="warn" title="这是您本人的申请，不能由您审核">
          请由同事办理。
        </Banner>
      )}
      {row.status === 'submitted' && reviews && !own && (
        <Form
          name="claim"
          action={claimAction.bind(null, bound)}
          label="认领"
          hidden={{ version: String(row.version) }}
          className="acts"
        >
          {mine ? (
            <Button intent={{ name: 'intent', value: 'release' }} tone="second">
              放回队列
            </Button>
          ) : claim ? (
            <Button intent={{ name: 'intent', value: 'takeOver' }} tone="second">
              从 {desk.holderName} 接手
            </Button>
          ) : (
            <Button intent={{ name: 'intent', value: 'claim' }}>认领并审核</Button>
          )}
          {!mine && <span className="muted">认领后显示完整的证件号码和手机号，并留下记录。</span>}
        </Form>
      )}
      {desk.undoable && (
        <Form
          name="undo"
          action={undoAction.bind(null, bound)}
          label="撤销决定"
          hidden={{ version: String(row.version) }}
          className="acts"
        >
          <Button tone="second">撤销这个决定</Button>
          <span className="muted">10 分钟内、申请人还没有动作时可以撤销。</span>
        </Form>
      )}
      <Changes desk={desk} />
      <div className="split">
        <div>
          <Checks {...verified(desk)} />
          <Desk
            groups={submission.snapshot.rows}
            masked={!mine}
            form={mine ? 'decision' : undefined}
            comments={held?.comments ?? {}}
            viewHref={(key) => `${withQuery(paths.application(row.id), { att: key, f })}#viewer`}
            current={shown?.key}
          />
        </div>
        {shown && (
          <Viewer
            pictures={pictures.map((p) => ({ key: p.key, label: p.label }))}
            shown={shown}
            href={(key) => `${withQuery(paths.application(row.id), { att: key, f })}#viewer`}
            src={paths.document(shown.picture.documentId)}
            visible={reviews}
            uploaded=""
          />
        )}
      </div>
      {mine && (
        <DecisionForm
          action={decisionAction.bind(null, bound)}
          version={row.version}
          reasons={RETURN_REASONS.map((r) => ({ code: r.code, text: r.text }))}
          held={held}
        />
      )}
      {mayForward && (
        <ForwardForm
          action={forwardAction.bind(null, bound)}
          version={row.version}
          offices={offices.map((o) => ({ id: o.id, name: o.name, city: o.cityCode }))}
        />
      )}
      <History desk={desk} />
    </DeskPage>
  )
}

function conflictText(code: string, holder: string): string {
  if (code === 'claimedByOther' || code === 'notClaimed') {
    return holder
      ? `${holder} 已经接手。您的决定没有生效，您写的意见还在。`
      : '认领已经失效。您的决定没有生效，请重新认领。'
  }
  if (code === 'ownRecord') return '不能审核本人的申请。'
  if (code === 'tooLate') return '已经超过 10 分钟，或者申请人已经有动作，不能撤销。'
  if (code === 'noteMissing') return '移交要写明原因。'
  if (code === 'sameOffice') return '请选择另一个县（区、市）的财政部门。'
  return '请看最新的内容，再办理。您写的意见还在。'
}
