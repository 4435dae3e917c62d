import type { ReactNode } from 'react'
import { type AdminSection, Sections } from '#components/admin/sections'
import type { Typed } from '#components/admin/typed-field'
import { ErrorSummary } from '#components/form/error-summary'
import { BackLink } from '#components/layout/back-link'
import { Banner } from '#components/layout/banner'
import { DeskPage } from '#desk/desk-page.tsx'
import type { Session } from '#lib/identity/session'
import { paths } from '#lib/paths'

/** The frame of the administration: tabs, what was done or what is wrong, then the page. */
export function AdminPage(props: {
  session: Session
  current: AdminSection
  back?: { href: string; text: string }
  /** The sentence about what was done. */
  done?: string | undefined
  /** A refused form, printed again. */
  refused?: Typed | undefined
  children: ReactNode
}) {
  const { session, current, back, done, refused, children } = props
  const errors = refused?.errors ?? []
  return (
    <DeskPage session={session} current={paths.adminStaff}>
      <Sections current={current} />
      {back && <BackLink {...back} />}
      {done && errors.length === 0 && <Banner tone="ok" mark="saved" title={done} />}
      <ErrorSummary errors={errors.map((e) => ({ href: `#${e.name}`, text: e.text }))} />
      {children}
    </DeskPage>
  )
}
