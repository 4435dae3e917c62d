import type { ReactNode } from 'react'

/** The number to quote, large and selectable, between double rules. */
export function ReceiptStamp({
  label = '受理编号',
  code,
  note,
}: {
  label?: string
  code: string
  note?: ReactNode
}) {
  return (
    <dl className="stamp">
      <dt>{label}</dt>
      <dd className="code">{code}</dd>
      {note ? <dd className="muted small">{note}</dd> : null}
    </dl>
  )
}
