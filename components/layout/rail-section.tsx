import type { ReactNode } from 'react'

/** A block of the rail: what helps beside the page, never what the page needs. `progress` goes in 长辈版. */
export function RailSection({
  title,
  progress,
  children,
}: {
  title: string
  progress?: boolean
  children: ReactNode
}) {
  return (
    <section className={progress ? 'prog' : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
