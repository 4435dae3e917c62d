import type { ReactNode } from 'react'
import type { Change } from '#lib/collection/diff'
import { Tag } from '../layout/tag.tsx'
import { Thumb } from './thumb.tsx'

interface DiffRowProps {
  change: Change
  /** What the reviewer had asked for on this field. */
  comments?: readonly string[]
  /** What the applicant answered. */
  replies?: readonly string[]
  documentHref: (documentId: string) => string
  /** Said in the head instead of the group, e.g. `没有要求修改`. */
  note?: string
  /** A further row: ticks, a comment box. */
  children?: ReactNode
}

type Side = NonNullable<Change['before']>

/** One changed field: old left, new right, the words that led to it below. */
export function DiffRow({ change, comments = [], replies = [], documentHref, note, children }: DiffRowProps) {
  const { key, label, group, before, after } = change
  return (
    <article className="chg" data-change={key}>
      <header className="chg-h">
        <h3>{label}</h3>
        <span className="muted">{group}</span>
        {note ? <Tag tone="warn">{note}</Tag> : null}
      </header>
      <div className="chg-b">
        <div>
          <span className="cap">原来</span>
          <del>
            {before ? <Reads side={before} alt={`原来的${label}`} documentHref={documentHref} /> : '没有填'}
          </del>
        </div>
        <div className="pair2">
          <span className="cap">现在</span>
          <ins>
            {after ? <Reads side={after} alt={`现在的${label}`} documentHref={documentHref} /> : '没有填'}
          </ins>
        </div>
      </div>
      {comments.length + replies.length > 0 ? (
        <dl className="talk">
          <Talk label="审核意见" texts={comments} />
          <Talk label="申请人说明" texts={replies} />
        </dl>
      ) : null}
      {children}
    </article>
  )
}

function Reads({
  side,
  alt,
  documentHref,
}: {
  side: Side
  alt: string
  documentHref: (id: string) => string
}) {
  if (!side.picture) return side.text
  return (
    <>
      <Thumb picture={side.picture} href={documentHref(side.picture.documentId)} alt={alt} />
      <span className="br">{side.text}</span>
    </>
  )
}

function Talk({ label, texts }: { label: string; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{texts.join('；')}</dd>
    </div>
  )
}
