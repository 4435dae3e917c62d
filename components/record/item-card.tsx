import type { ReactNode } from 'react'
import type { Row } from '#lib/collection/present'
import { Tag } from '../layout/tag.tsx'
import { RowValue } from './row-value.tsx'

interface ItemCardProps {
  id: string
  /** What the entry is called, e.g. `会计 · 中级`. */
  title: string
  rows: readonly Row[]
  editHref?: string
  removeHref?: string
  /** The page of the entry's picture. */
  pictureHref?: string
  /** Comments of the reviewer that wait on this entry. */
  waiting?: number
  /** What still has to be added, with the way to it, by the row it stands on: `file` → upload page. */
  gaps?: readonly { field: string; text: string; href?: string; link?: string }[]
  documentHref: (documentId: string) => string
  /** What the reviewer said about the entry as a whole. */
  children?: ReactNode
}

/** One entry of a list as a card; a gap is seen on the card, not only on the task list. */
export function ItemCard(props: ItemCardProps) {
  const { id, title, rows, editHref, removeHref, pictureHref, waiting = 0, gaps = [] } = props
  const { documentHref, children } = props
  return (
    <article className="item" data-item={id} id={id}>
      <header className="item-h">
        <h3>
          {title}
          {waiting > 0 ? <Tag tone="err">需修改</Tag> : null}
        </h3>
        <span className="links">
          {editHref ? <ActLink href={editHref} text="修改" what={title} /> : null}
          {pictureHref ? <ActLink href={pictureHref} text="照片" what={title} /> : null}
          {removeHref ? <ActLink href={removeHref} text="删除" what={title} /> : null}
        </span>
      </header>
      <div className="item-b">
        {children}
        <dl>
          {rows.map((row) => {
            const gap = gaps.find((g) => g.field === row.field)
            return (
              <div key={row.key} data-field={row.key}>
                <dt>{row.label}</dt>
                <dd>
                  {gap ? (
                    <Tag tone="warn">{gap.text}</Tag>
                  ) : (
                    <RowValue row={row} masked documentHref={documentHref} />
                  )}
                  {gap?.href ? (
                    <a className="nw gap-link" href={gap.href}>
                      {gap.link ?? '去补充'}
                    </a>
                  ) : null}
                </dd>
              </div>
            )
          })}
        </dl>
      </div>
    </article>
  )
}

function ActLink({ href, text, what }: { href: string; text: string; what: string }) {
  return (
    <a href={href}>
      {text}
      <span className="vh">{what}</span>
    </a>
  )
}
