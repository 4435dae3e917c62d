import type { ReactNode } from 'react'
import { type Back, BackLink } from './back-link.tsx'

/** Marks of the contract that stand on `main`, e.g. `data-status`. */
export type MainProps = Readonly<Record<`data-${string}`, string>>

interface FrameProps {
  back?: Back
  /** Progress, office, help. Follows `main` in the source, so reading and tab order agree. */
  rail?: ReactNode
  railLabel?: string
  /** The sheet takes the whole width: tables and directories. */
  wide?: boolean
  mainProps?: MainProps
  children: ReactNode
}

/** The applicant's page: one white sheet, a rail beside it from 1024 px. */
export function Frame({ back, rail, railLabel = '进度与帮助', wide, mainProps, children }: FrameProps) {
  return (
    <div className="frame">
      {back ? <BackLink {...back} /> : null}
      <div className={wide ? 'cols wide' : 'cols'}>
        <main id="main" className="sheet" {...mainProps}>
          {children}
        </main>
        {rail ? (
          <aside className="rail noprint" aria-label={railLabel}>
            {rail}
          </aside>
        ) : null}
      </div>
    </div>
  )
}
