import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Icon } from '#components/layout/icon'
import { Tag } from '#components/layout/tag'
import { formatShanghaiDesk, today } from '#lib/clock'
import { whereToCollect } from '#lib/collection/rules/scope-principle'
import { maskIdNumber } from '#lib/protect/mask'
import { STATUS_WORDS } from '#lib/review/words'
import { OVERDUE_DAYS, workingDaysBetween } from '#lib/working-days'
import { kindWord } from '../queue-rows.ts'
import type { Desk } from './dossier.ts'

const TONES = { draft: 'neutral', submitted: 'info', returned: 'err', approved: 'ok' } as const
const PRINCIPLES = { J1: '工作单位所在地', J2: '实际居住地', J3: '学校所在地' } as const

const clockTime = (at: Date) => formatShanghaiDesk(at).slice(-5)

function Claimed({ desk: { claim, mine, names } }: { desk: Desk }) {
  if (!claim) return null
  return mine ? (
    <span className="mv">
      <Icon name="lock" />
      由我认领，{clockTime(claim.until)} 前有效
    </span>
  ) : (
    <span className="mw">
      <Icon name="lock" />
      {names.get(claim.holder)} 正在审核，{clockTime(claim.since)} 起，{clockTime(claim.until)} 前有效
    </span>
  )
}

function Waited({ desk: { row, at } }: { desk: Desk }) {
  if (row.status !== 'submitted') return null
  const [from, to] = [today(row.submittedAt), today(at)]
  const days = workingDaysBetween(from, to)
  if (days > OVERDUE_DAYS) return <span className="late">等待 {days} 个工作日，超期</span>
  return (
    <span>
      等待 <b>{from === to ? '今天提交' : `${days} 个工作日`}</b>
    </span>
  )
}

/** Who it is, in what state, in whose hands, how long. */
export function Head({
  desk,
  until,
  anchors,
}: {
  desk: Desk
  /** The numbers are shown in full until then, without a claim. */
  until: Date | undefined
  anchors: readonly { href: string; text: string }[]
}) {
  const { row, submission, mine, office } = desk
  const { facts, dossier } = submission.snapshot
  const { idType, idNumber } = facts.person
  const place = whereToCollect(dossier.scope)
  return (
    <>
      <div className="who-row">
        <h1>{row.name}</h1>
        <span className="num">{mine || until ? idNumber : maskIdNumber(idType, idNumber)}</span>
        <Tag tone={TONES[row.status]}>{STATUS_WORDS[row.status]}</Tag>
        <span>{kindWord(row)}</span>
        <Claimed desk={desk} />
        {until && <span className="mw">完整号码显示到 {clockTime(until)}，已写入审计日志</span>}
      </div>
      <p className="facts">
        <span>
          受理编号 <b className="num">{row.receiptNumber}</b>
        </span>
        <span>
          第 {submission.n} 次提交 <b>{formatShanghaiDesk(row.submittedAt)}</b>
        </span>
        <Waited desk={desk} />
        {'principle' in place && (
          <span>
            属地依据 <b>{PRINCIPLES[place.principle]}</b>
          </span>
        )}
        <span>
          审核机关 <b>{office?.name}</b>
        </span>
        {anchors.map(({ href, text }) => (
          <span key={href}>
            <a href={href}>{text}</a>
          </span>
        ))}
      </p>
    </>
  )
}

interface HandsProps {
  desk: Desk
  claim: (form: FormData) => Promise<void>
  undo: (form: FormData) => Promise<void>
  /** What was typed on this page: it is printed again once it is claimed. */
  held: string | undefined
}

/** Claim, release, take over, undo; or why there is nothing to press. */
export function Hands({ desk, claim: claimAction, undo, held }: HandsProps) {
  const { row, own, reviews, claim, mine, names, undoable } = desk
  const hidden = { version: String(row.version), ...(held ? { held } : {}) }
  if (own) {
    return (
      <Banner tone="warn" title="这是您本人的申请，不能由您审核">
        <p>本人的申请由本单位其他审核人员办理。</p>
      </Banner>
    )
  }
  if (undoable) {
    return (
      <Form name="undo" action={undo} label="撤销决定" hidden={hidden} className="acts">
        <Button tone="second">撤销这个决定</Button>
        <span className="muted">决定后 10 分钟内，申请人还没有动作时可以撤销。</span>
      </Form>
    )
  }
  if (row.status !== 'submitted' || !reviews) return null
  const intent = (value: string) => ({ name: 'intent', value })
  return (
    <Form name="claim" action={claimAction} label="认领" hidden={hidden} className="acts">
      {mine ? (
        <Button intent={intent('release')} tone="second">
          退还队列
        </Button>
      ) : claim ? (
        <Button intent={intent('takeOver')} tone="second">
          从{names.get(claim.holder)}接手
        </Button>
      ) : (
        <Button intent={intent('claim')}>认领，开始审核</Button>
      )}
      {!mine && <span className="muted">认领后显示完整的证件号码和手机号，并写入审计日志。</span>}
    </Form>
  )
}
