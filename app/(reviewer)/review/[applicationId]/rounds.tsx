import type { Decision } from '#db/queries/decisions'
import { formatShanghaiDesk } from '#lib/clock'
import { labelsOf } from '../typed-lines.ts'
import { ComparedRows } from './compared.tsx'
import { type Desk, pictureHref } from './dossier.ts'
import { type Round, roundsOf } from './rounds-of.ts'

const HOW = { approve: '通过', return: '退回' } as const

/** `第 1 次提交：退回，11-23 10:00，周敏`. */
function titleOf({ submission, decision }: Round, names: Desk['names']): string {
  const how = decision
    ? [HOW[decision.decision], formatShanghaiDesk(decision.decidedAt), names.get(decision.decidedBy)]
    : ['申请人撤回', `${formatShanghaiDesk(submission.submittedAt)} 提交`]
  return `第 ${submission.n} 次提交：${how.filter((part) => part !== undefined).join('，')}`
}

/** What was decided, in words; each comment by itself where what became of it is not printed beside. */
function Said({ decision, labels }: { decision: Decision; labels: ReadonlyMap<string, string> | undefined }) {
  const { codes, reasons, text, comments } = decision
  return (
    <>
      {codes.length > 0 && <p>原因：{reasons.join('；')}</p>}
      {text !== '' && <p>意见：{text}</p>}
      {labels &&
        comments.map((comment) => (
          <p key={comment.id}>
            {labels.get(comment.key) ?? '已经删去的一项'}：{comment.text}
            {comment.reply !== '' && `（本人说明：${comment.reply}）`}
          </p>
        ))}
    </>
  )
}

type Href = (query: Record<string, string | undefined>) => string

/** How much the next submission changed, and the way to it where it is not printed below. */
function Summed({ round: { submission, compared, read }, href }: { round: Round; href: Href }) {
  if (!compared) return null
  const { n } = submission
  const { changes, untouched } = compared
  return (
    <p>
      第 {n + 1} 次提交改动 {changes.length} 处
      {untouched.length > 0 && `，有意见、没有改 ${untouched.length} 处`}。
      {read === 'above' && <a href={`${href({ base: 'round' })}#changes`}>看修改对照</a>}
      {read === 'apart' && <a href={`${href({ round: String(n) })}#round-${n}`}>单独打开这一次的对照</a>}
    </p>
  )
}

interface RoundsProps {
  desk: Desk
  /** Number of the round whose page this is; none where it is no number. */
  opened: number
  href: Href
}

/** Every decided or withdrawn round, folded: what was asked for, and what the next submission changed. */
export function Rounds({ desk, opened, href }: RoundsProps) {
  return roundsOf(desk, opened).map((round) => {
    const { submission, decision, compared, read } = round
    const labels = labelsOf(submission.snapshot.rows)
    const printed = read === 'here' ? compared : undefined
    return (
      <details
        key={submission.id}
        id={`round-${submission.n}`}
        data-round={submission.n}
        open={submission.n === opened}
      >
        <summary>
          <span>{titleOf(round, desk.names)}</span>
        </summary>
        <div>
          {decision && <Said decision={decision} labels={printed ? undefined : labels} />}
          <Summed round={round} href={href} />
          {printed && (
            <ComparedRows
              {...printed}
              labels={labels}
              masked={!desk.mine}
              documentHref={pictureHref(desk)}
              earlier
            />
          )}
        </div>
      </details>
    )
  })
}
