import type { ReactNode } from 'react'
import { Tag } from '../layout/tag.tsx'

const STATES = {
  open: { tone: 'err', word: '待修改' },
  mended: { tone: 'ok', word: '已修改' },
  explained: { tone: 'info', word: '已说明' },
} as const

interface RemarkProps {
  /** The row the comment is pinned to, e.g. `personal.photo`. */
  commentFor: string
  title: string
  state: keyof typeof STATES
  /** What the reviewer wrote. */
  said: readonly string[]
  /** What was filled when it was returned. */
  before?: ReactNode
  /** What stands there now, if it was changed. */
  now?: ReactNode
  /** The applicant's answer in words. */
  reply?: string
  how?: ReactNode
  /** Buttons that lead to the field. */
  actions?: ReactNode
}

/** A reviewer's comment on the returned page: what is wrong, what was filled, how to mend, where. */
export function Remark({ commentFor, title, state, said, before, now, reply, how, actions }: RemarkProps) {
  const { tone, word } = STATES[state]
  const mended = state === 'mended'
  return (
    <article className={state === 'open' ? 'remark open' : 'remark'} data-comment-for={commentFor}>
      <header className="remark-h">
        <h3>{title}</h3>
        <Tag tone={tone}>{word}</Tag>
      </header>
      <div className="remark-b">
        <dl>
          <Line label="审核意见" strong>
            {said.join('；')}
          </Line>
          {before ? (
            <Line label={mended ? '原来填的' : '您填的是'}>{mended ? <del>{before}</del> : before}</Line>
          ) : null}
          {now ? (
            <Line label="现在是">
              <ins>{now}</ins>
            </Line>
          ) : null}
          {reply ? <Line label="您的说明">{reply}</Line> : null}
          {how ? <Line label="怎样改">{how}</Line> : null}
        </dl>
        {actions ? <div className="acts">{actions}</div> : null}
      </div>
    </article>
  )
}

function Line({ label, strong, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={strong ? 'said' : undefined}>{children}</dd>
    </div>
  )
}
