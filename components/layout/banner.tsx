import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type BannerTone = 'info' | 'ok' | 'warn' | 'err'
export type BannerMark = 'saved' | 'submitted' | 'approved' | 'returned' | 'conflict' | 'collected'

const MARKS: Record<BannerTone, IconName> = { info: 'info', ok: 'done', warn: 'warn', err: 'error' }

interface BannerProps {
  tone: BannerTone
  title: ReactNode
  /** The outcome that the page reports (contract section 4). */
  mark?: BannerMark
  /** Where the bold line is the page's or a section's heading. */
  as?: 'p' | 'h1' | 'h2'
  /** Not printed on paper. */
  screenOnly?: boolean
  children?: ReactNode
}

/** One message: mark, bold line, what follows from it. Never beside an error summary. */
export function Banner({ tone, title, mark, as: Title = 'p', screenOnly, children }: BannerProps) {
  return (
    <div className={`banner ${tone}${screenOnly ? ' noprint' : ''}`} data-banner={mark}>
      <Icon name={MARKS[tone]} />
      <div>
        <Title className="bt">{title}</Title>
        {children}
      </div>
    </div>
  )
}
