import type { ReactNode } from 'react'
import { Source } from './source.tsx'

/** Something that opens in place, without scripts. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div className="prose">{children}</div>
    </details>
  )
}

/** A question people ask here, answered in place. */
export function Help({ question, answer, source }: { question: string; answer: ReactNode; source?: string }) {
  return (
    <Details summary={question}>
      <p>
        {answer} {source ? <Source text={source} /> : null}
      </p>
    </Details>
  )
}
