import type { ReactNode } from 'react'
import type { Status } from '#lib/collection/application'
import { STATUS_WORDS } from '#lib/review/words'
import { Tag } from '../layout/tag.tsx'

/** One application as the queue shows it. */
export interface QueueRow {
  readonly id: string
  readonly name: string
  readonly tail: string
  readonly unit: string
  readonly kind: string
  readonly kindWord: string
  /** The exam that it is needed for; empty for none. */
  readonly exam: string
  /** A first submission, which is not marked. */
  readonly plain: boolean
  readonly status: Status
  readonly submitted: string
  readonly waited: string
  readonly late: boolean
  readonly flags: number
  readonly mine: boolean
  readonly holder: string
  readonly receipt: string
}

interface QueueTableProps {
  rows: readonly QueueRow[]
  href: (id: string) => string
  previous: string | undefined
  next: string | undefined
  /** The state that is asked for. */
  state: string
  /** In what order, in words; by submission without it. */
  order: string | undefined
  narrowed: boolean
  clear: string
  /** The same search in every state. */
  wider: string | undefined
  /** What else the desk offers, at the end of the bar. */
  tools?: ReactNode
}

const NONE: Readonly<Record<string, string>> = {
  submitted: '没有待审核的申请。',
  returned: '没有已退回、还没有重新提交的申请。',
  approved: '还没有通过的申请。',
  all: '还没有申请。',
}

/** Nothing found: what to do next. */
function Empty({
  state,
  narrowed,
  clear,
  wider,
}: Pick<QueueTableProps, 'state' | 'narrowed' | 'clear' | 'wider'>) {
  if (!narrowed) return <p className="bulk">{NONE[state]}</p>
  return (
    <p className="bulk">
      <span>
        没有符合条件的申请。{wider ? <a href={wider}>在全部状态中查找</a> : null} <a href={clear}>清除筛选</a>
      </span>
    </p>
  )
}

/** The queue: a table on the desk, cards on a telephone. */
export function QueueTable({ rows, href, previous, next, order, tools, ...none }: QueueTableProps) {
  return (
    <div className="tablewrap">
      <div className="bulk">
        <span>{order ?? '按提交时间，最早的在前。'}承诺 3 个工作日内办结，超过 5 个工作日未办标为超期。</span>
        {tools}
      </div>
      {rows.length === 0 ? (
        <Empty {...none} />
      ) : (
        <table className="grid cards">
          <caption className="vh">申请</caption>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">证件后四位</th>
              <th scope="col">工作单位</th>
              <th scope="col">类型</th>
              <th scope="col" aria-sort={order === undefined ? 'ascending' : undefined}>
                提交时间
              </th>
              <th scope="col" className="r">
                等待
              </th>
              <th scope="col">状态</th>
              <th scope="col">提醒</th>
              <th scope="col">认领人</th>
              <th scope="col">受理编号</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.id}
                id={`a-${row.id}`}
                data-application={row.id}
                data-status={row.status}
                data-kind={row.kind}
                className={row.mine ? 'mine' : undefined}
              >
                <th scope="row">
                  <a href={href(row.id)}>{row.name}</a>
                </th>
                <td data-l="后四位" className="num id4">
                  {row.tail}
                </td>
                <td className="full">{row.unit || '无工作单位'}</td>
                <td className="st">
                  {row.plain ? row.kindWord : <Tag tone="info">{row.kindWord}</Tag>}
                  {row.exam === '' ? null : <span className="muted nw"> 报考{row.exam}</span>}
                </td>
                <td data-l="提交" className="nw">
                  {row.submitted}
                </td>
                <td data-l="等待" className="r nw">
                  {row.late ? <span className="late">{row.waited}，超期</span> : row.waited}
                </td>
                <td data-l="状态">{STATUS_WORDS[row.status]}</td>
                <td data-l="提醒">
                  {row.flags > 0 ? (
                    <Tag tone="warn">{row.flags} 项提醒</Tag>
                  ) : (
                    <span className="muted">无</span>
                  )}
                </td>
                <td data-l="认领">
                  {row.mine ? <b>我</b> : row.holder || <span className="muted">未认领</span>}
                </td>
                <td data-l="编号" className="num nw muted sn">
                  {row.receipt}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav className="pager" aria-label="翻页">
        <span className="muted">本页 {rows.length} 件</span>
        <span className="links">
          {previous ? <a href={previous}>上一页</a> : <span className="off">上一页</span>}
          {next ? <a href={next}>下一页</a> : <span className="off">下一页</span>}
        </span>
      </nav>
    </div>
  )
}
