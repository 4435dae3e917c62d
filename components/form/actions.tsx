import type { ReactNode } from 'react'

/** The row of buttons that closes a form or section; the main action first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="acts">{children}</div>
}
