import type { ReactNode } from 'react'
import { DeskFrame } from '#components/layout/desk-frame'
import { Footer } from '#components/layout/footer'
import { Masthead } from '#components/layout/masthead'
import type { Session } from '#lib/identity/session'
import { paths } from '#lib/paths'

type MainProps = Readonly<Record<`data-${string}`, string>>

/** The frame of every page of the desk and the administration: masthead with what this person may open. */
export function DeskPage(props: {
  session: Session
  office?: string | undefined
  current: string
  back?: { href: string; text: string }
  mainProps?: MainProps
  children: ReactNode
}) {
  const { session, office, current, back, mainProps, children } = props
  const has = (role: string) => session.roles.some((post) => post.role === role)
  const staff = has('reviewer') || has('oversight')
  const nav = [
    ...(staff ? [{ href: paths.queue, text: '审核队列' }] : []),
    ...(staff || has('administrator') ? [{ href: paths.stats, text: '统计' }] : []),
    ...(staff || has('administrator') ? [{ href: paths.export, text: '导出' }] : []),
    ...(has('administrator') ? [{ href: paths.adminStaff, text: '管理' }] : []),
    { href: paths.tasks, text: '我的采集' },
  ].map((entry) => ({ ...entry, current: entry.href === current }))
  return (
    <>
      <Masthead desk who={{ name: session.person.name, ...(office ? { office } : {}) }} nav={nav} />
      <DeskFrame {...(back ? { back } : {})} {...(mainProps ? { mainProps } : {})}>
        {children}
      </DeskFrame>
      <Footer desk />
    </>
  )
}
