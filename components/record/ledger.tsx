import type { ReactNode } from 'react'
import { Phone } from '../layout/phone.tsx'

export interface LedgerRow {
  label: string
  text: ReactNode
  phone?: string
  note?: ReactNode
  action?: LedgerAction
}

export interface LedgerAction {
  href: string
  text: string
  /** What is changed, for those who hear the link alone. */
  what: string
}

/** Label and value by lines, closed with the double rule. `action` of the whole list stands on its first line. */
export function Ledger({ rows, action }: { rows: readonly LedgerRow[]; action?: LedgerAction }) {
  return (
    <dl className="ledger">
      {rows.map((row, at) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>
            {row.text}
            {row.phone ? (
              <span className="br">
                <Phone number={row.phone} />
              </span>
            ) : null}
            {row.note ? <span className="muted br">{row.note}</span> : null}
          </dd>
          <ActCell action={row.action ?? (at === 0 ? action : undefined)} />
        </div>
      ))}
    </dl>
  )
}

/** The link at the end of a line. */
export function ActCell({ action }: { action?: LedgerAction }) {
  if (!action) return null
  return (
    <dd className="act">
      <a href={action.href}>
        {action.text}
        <span className="vh">{action.what}</span>
      </a>
    </dd>
  )
}
