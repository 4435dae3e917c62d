import { paths } from '#lib/paths'

const SECTIONS = [
  { href: paths.adminStaff, text: '工作人员' },
  { href: paths.adminOffices, text: '单位' },
  { href: paths.adminReasons, text: '退回原因' },
  { href: paths.adminNotices, text: '须知' },
  { href: paths.adminCalendar, text: '日历和考试' },
  { href: paths.adminAudit, text: '审计' },
] as const

export type AdminSection = (typeof SECTIONS)[number]['href']

/** What the province's administrator keeps, as tabs. */
export function Sections({ current }: { current: AdminSection }) {
  return (
    <nav className="tabs admin-tabs" aria-label="管理">
      {SECTIONS.map(({ href, text }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  )
}
