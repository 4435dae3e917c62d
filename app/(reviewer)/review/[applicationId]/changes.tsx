import type { ReactNode } from 'react'
import type { Base } from '#db/queries/compare'
import { formatShanghaiDesk } from '#lib/clock'
import { compare } from '#lib/review/compared'
import { labelsOf } from '../typed-lines.ts'
import { ComparedRows } from './compared.tsx'
import { type Desk, pictureHref } from './dossier.ts'

const nameOf = ({ by, submission }: Base) =>
  by === 'record' ? '现行记录' : `第 ${submission.n} 次提交（${formatShanghaiDesk(submission.submittedAt)}）`

interface ChangesProps {
  desk: Desk
  /** What it is compared with. */
  base: Base
  /** Changes alone, without everything below. */
  only: boolean
  href: (query: Record<string, string | undefined>) => string
  /** Rows that stay ticked from the last round. */
  kept: number
  /** What stands below a change that is still there: its tick and its comment box. */
  below: (key: string) => ReactNode
}

/** What changed since the earlier round or the record, commented and untouched fields first. */
export function Changes({ desk, base, only, href, kept, below }: ChangesProps) {
  const { submission, answered, bases } = desk
  const { rows } = submission.snapshot
  const compared = compare(base.submission.snapshot.rows, rows, answered?.comments ?? [])
  const { changes } = compared
  const total = rows.reduce((n, group) => n + group.rows.length, 0)
  const labels = labelsOf(rows)
  // Against the record a field can read the same that was mended since the return: only a round tells.
  const untouched = base.by === 'round' ? compared.untouched : []
  const withComment = changes.filter(({ asked }) => asked).length
  return (
    <section id="changes" className="sec" aria-labelledby="changes-h">
      <h2 id="changes-h">修改对照</h2>
      <p className="facts">
        <span>
          与<b>{nameOf(base)}</b>对照
        </span>
        <span>
          改动 <b>{changes.length} 处</b>
          {answered ? `，其中 ${withComment} 处有上次意见` : ''}
        </span>
        {untouched.length > 0 && <span className="late">有意见、没有改 {untouched.length} 处</span>}
        {kept > 0 && (
          <span>
            上次已核对、没有改动的 <b>{kept} 项</b>仍然勾选
          </span>
        )}
        {bases.length > 1 &&
          bases
            .filter((b) => b.by !== base.by)
            .map((b) => (
              <a key={b.by} href={href({ base: b.by })}>
                改为与{nameOf(b)}对照
              </a>
            ))}
      </p>
      <nav className="tabs sub" aria-label="显示范围">
        <a href={href({ view: 'changes', base: base.by })} aria-current={only ? 'page' : undefined}>
          仅看变化（{changes.length + untouched.length}）
        </a>
        <a href={href({ view: 'all', base: base.by })} aria-current={only ? undefined : 'page'}>
          全部内容（{total}）
        </a>
      </nav>
      <ComparedRows
        changes={changes}
        untouched={untouched}
        labels={labels}
        masked={!desk.mine}
        documentHref={pictureHref(desk)}
        unasked={base.by === 'round' && answered ? '没有意见，本人自行修改' : undefined}
        {...(only ? { below } : {})}
      />
      {changes.length + untouched.length === 0 && <p>没有改动。</p>}
    </section>
  )
}
