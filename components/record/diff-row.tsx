import type { ReactNode } from 'react'
import type { Change } from '#lib/collection/diff'
import { Tag } from '../layout/tag.tsx'
import { RowText } from './row-value.tsx'
import { Thumb } from './thumb.tsx'

interface DiffRowProps {
  change: Change
  /** What the reviewer had asked for on this field. */
  comments?: readonly string[]
  /** What the applicant answered. */
  replies?: readonly string[]
  /** Where a picture is looked at; nothing where who reads may not: then its size is told. */
  documentHref: (documentId: string) => string | undefined
  /** Identity and mobile numbers with stars (D11). */
  masked: boolean
  /** Of an earlier round: it does not bear the mark of what changed now. */
  earlier?: boolean
  /** Said in the head instead of the group, e.g. `没有要求修改`. */
  note?: string
  /** A further row: ticks, a comment box. */
  children?: ReactNode
}

interface SideProps {
  change: Change
  side: 'before' | 'after'
  masked: boolean
}

/** What a changed field reads, or read, in words. */
export function ChangeText({ change, side, masked }: SideProps) {
  const { key, label, mask } = change
  const text = change[side]?.text ?? ''
  if (text === '') return '没有填'
  return mask && masked ? <RowText row={{ key, field: '', label, text, mask }} masked /> : text
}

/** One changed field: old left, new right, the words that led to it below. */
export function DiffRow({ change, comments = [], replies = [], note, children, ...reads }: DiffRowProps) {
  const { key, label, group } = change
  return (
    <article className="chg" {...{ [reads.earlier ? 'data-earlier-change' : 'data-change']: key }}>
      <header className="chg-h">
        <h3>{label}</h3>
        <span className="muted">{group}</span>
        {note ? <Tag tone="warn">{note}</Tag> : null}
      </header>
      <div className="chg-b">
        <div>
          <span className="cap">原来</span>
          <del>
            <Reads change={change} side="before" alt={`原来的${label}`} {...reads} />
          </del>
        </div>
        <div className="pair2">
          <span className="cap">现在</span>
          <ins>
            <Reads change={change} side="after" alt={`现在的${label}`} {...reads} />
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

function Reads(props: SideProps & Pick<DiffRowProps, 'documentHref'> & { alt: string }) {
  const { change, side, alt, documentHref } = props
  const picture = change[side]?.picture
  const href = picture && documentHref(picture.documentId)
  const text = <ChangeText {...props} />
  if (!picture || !href) return text
  return (
    <>
      <Thumb picture={picture} href={href} alt={alt} />
      <span className="br">{text}</span>
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
