import type { Row } from '#lib/collection/present'
import { masked as mask } from './masked.ts'
import { Thumb } from './thumb.tsx'

/** Figures that are compared sign by sign: certificate, credit and telephone numbers. */
const isNumber = (text: string) => /^[0-9A-Za-z*()（）\-—]{6,}$/u.test(text) && /\d/.test(text)

/** A whole number in the same groups: a line is broken between two of them, not within. */
const whole = (text: string): string[] | undefined =>
  text.length === 18 ? [text.slice(0, 6), text.slice(6, 14), text.slice(14)] : undefined

interface RowTextProps {
  row: Row
  masked: boolean
  /** Said where nothing was filled. */
  none?: string
}

/** A row's value: text, a number in even figures, a person's number in groups, or a picture. */
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
  const groups = row.mask && (masked ? mask(row.mask, row.text) : whole(row.text))
  if (groups) {
    return (
      <span className="num grp">
        {groups.map((group, at) => (
          // The groups of one number have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: fixed groups of one number
          <span key={at}>{group}</span>
        ))}
      </span>
    )
  }
  return isNumber(row.text) ? <span className="num">{row.text}</span> : row.text
}
