import type { Row } from '#lib/collection/present'
import { masked as mask } from './masked.ts'
import { Thumb } from './thumb.tsx'

/** Figures that are compared sign by sign: certificate, credit and telephone numbers. */
const isNumber = (text: string) => /^[0-9A-Za-z*()（）\-—]{6,}$/u.test(text) && /\d/.test(text)

interface RowTextProps {
  row: Row
  masked: boolean
  /** Said where nothing was filled. */
  none?: string
}

/** A row's value: text, a number in even figures, a masked number in groups, or a picture. */
export function RowValue(props: RowTextProps & { documentHref: (documentId: string) => string }) {
  const { row, documentHref } = props
  if (!row.picture) return <RowText {...props} />
  return (
    <span className="thumbs">
      <span className="pictured">
        <Thumb picture={row.picture} href={documentHref(row.picture.documentId)} alt={row.label} />
        <span className="muted small">
          <RowText {...props} />
        </span>
      </span>
    </span>
  )
}

/** The same in words alone: of a picture its size. */
export function RowText({ row, masked, none = '未填' }: RowTextProps) {
  if (row.picture) return row.text.replace(/^已上传，/u, '')
  if (row.text === '') return <span className="muted">{none}</span>
  if (row.mask && masked) {
    return (
      <span className="num grp">
        {mask(row.mask, row.text).map((group, at) => (
          // The groups of one number have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: fixed groups of one number
          <span key={at}>{group}</span>
        ))}
      </span>
    )
  }
  return isNumber(row.text) ? <span className="num">{row.text}</span> : row.text
}
