import type { ReactNode } from 'react'

/** The line above an h1: part or number on the left, time on the right, closed by the double rule. */
export function Docket({ left, right }: { left?: ReactNode; right?: ReactNode }) {
  return (
    <p className="docket">
      <span className="now">{left}</span>
      {right ? <span>{right}</span> : null}
    </p>
  )
}
