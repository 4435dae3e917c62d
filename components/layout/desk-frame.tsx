import type { ReactNode } from 'react'
import { type Back, BackLink } from './back-link.tsx'
import type { MainProps } from './frame.tsx'

/** The page of the review desk and the administration: up to 1440 px, dense rows. */
export function DeskFrame({
  back,
  mainProps,
  children,
}: {
  back?: Back
  mainProps?: MainProps
  children: ReactNode
}) {
  return (
    <div className="desk">
      <main id="main" className="desk-main" {...mainProps}>
        {back ? <BackLink {...back} /> : null}
        {children}
      </main>
      {/* Picture viewer and keys; applicants' pages do without this file. */}
      <script src="/desk.js" defer data-enhance="" />
    </div>
  )
}
