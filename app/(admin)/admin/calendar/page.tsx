import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { listCalendarDays, listExamWindows } from '#db/queries/calendar'
import { store } from '#db/store'
import { now, today } from '#lib/clock'
import { requireAdmin } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { Days } from './days.tsx'
import { WindowForm } from './window-form.tsx'
import { Windows } from './windows.tsx'

type Props = { searchParams: Promise<Params> }

const DONE: Readonly<Record<string, string>> = {
  set: '已保存，期限和超期从现在起按新的日历计算。',
  cleared: '已恢复为系统自带的日历。',
  window: '已保存，申请人打开页面时看到新的时间。',
  removed: '已删除。',
}

async function open({ searchParams }: Props) {
  const session = await requireAdmin(paths.adminCalendar)
  const params = await searchParams
  // `new`, or the id of the window that is changed: a form of its own, so that one page holds one form's errors.
  const editing = one(params, 'window')
  const path = editing ? withQuery(paths.adminCalendar, { window: editing }) : paths.adminCalendar
  return { session, params, editing, refused: await refusedForm(session, path, one(params, 'held')) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titled('日历和考试', (await open(props)).refused) }
}

/** Working days over the shipped calendar, and when one registers for exams (D15, D19). */
export default async function CalendarPage(props: Props) {
  const { session, params, editing, refused } = await open(props)
  const { read } = await store()
  const windows = await listExamWindows(read)
  const edited = windows.find((window) => window.id === editing)
  if (editing && editing !== 'new' && !edited) notFound()
  return (
    <AdminPage
      session={session}
      current={paths.adminCalendar}
      done={DONE[one(params, 'done') ?? '']}
      refused={refused}
      {...(editing ? { back: { href: paths.adminCalendar, text: '返回日历和考试' } } : {})}
    >
      {editing ? (
        <WindowForm window={edited} refused={refused} />
      ) : (
        <>
          <h1>日历和考试</h1>
          <Days
            days={await listCalendarDays(read)}
            refused={refused}
            year={Number(today(now()).slice(0, 4))}
          />
          <Windows windows={windows} />
        </>
      )}
    </AdminPage>
  )
}
