import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { listOffices } from '#db/queries/offices'
import { officesOverseenBy, type StaffRole } from '#db/queries/staff'
import { store } from '#db/store'
import { now } from '../clock.ts'
import { paths, withQuery } from '../paths.ts'
import { sessionCookieName, tokenOfCookie } from './cookies.ts'
import { openSession, type Session } from './live.ts'
import { holdForPerson } from './owner.ts'
import { safeReturnTo } from './return-to.ts'

const ADMIN_LANDING = '/admin/staff'

export type { Session } from './live.ts'

/** A session with the offices it may see. */
export interface ScopedSession extends Session {
  readonly officeIds: readonly string[]
}

/** Who is asking, read once a request; null without a live session. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const jar = await cookies()
  const token = await tokenOfCookie(jar.get(sessionCookieName())?.value)
  return token ? openSession(await store(), token, now()) : null
})

/**
 * The session, or the way to the sign-in and back to `path`.
 * @param path relative path of the page, with its query
 * @param form what was posted: kept for its owner and shown again after the sign-in (contract section 6)
 */
export async function requireSession(path: string, form?: FormData): Promise<Session> {
  const session = await currentSession()
  if (session) return session
  const held = form ? await holdForPerson(form, path) : undefined
  redirect(paths.login(safeReturnTo(withQuery(path, { held }))))
}

/** Everybody who is signed in may collect their own information, staff too. See `requireSession`. */
export const requireApplicant = requireSession

const officesOf = (session: Session, role: StaffRole) =>
  session.roles.filter((post) => post.role === role).map((post) => post.officeId)

async function requireOffices(
  path: string,
  form: FormData | undefined,
  scope: (session: Session) => Promise<readonly string[]>,
): Promise<ScopedSession> {
  const session = await requireSession(path, form)
  const officeIds = [...new Set(await scope(session))].sort()
  if (officeIds.length === 0) notFound()
  return { ...session, officeIds }
}

async function overseen(session: Session): Promise<string[]> {
  const { read } = await store()
  const areas = officesOf(session, 'oversight').map((officeId) => officesOverseenBy(read, officeId))
  return (await Promise.all(areas)).flat()
}

/** A reviewer with the offices they decide for; the 404 page for everybody else. */
export const requireReviewer = (path: string, form?: FormData): Promise<ScopedSession> =>
  requireOffices(path, form, async (session) => officesOf(session, 'reviewer'))

/** Reviewer or oversight, with every office they may read and those they may decide for. */
export async function requireStaff(
  path: string,
  form?: FormData,
): Promise<ScopedSession & { readonly reviewIds: readonly string[] }> {
  const scoped = await requireOffices(path, form, async (session) => [
    ...officesOf(session, 'reviewer'),
    ...(await overseen(session)),
  ])
  return { ...scoped, reviewIds: officesOf(scoped, 'reviewer') }
}

/** Whoever may see statistics: staff their offices, the administrator the whole province. */
export const requireStatistics = (path: string, form?: FormData): Promise<ScopedSession> =>
  requireOffices(path, form, async (session) => {
    if (officesOf(session, 'administrator').length === 0) {
      return [...officesOf(session, 'reviewer'), ...(await overseen(session))]
    }
    const all = await listOffices((await store()).read)
    return all.map((office) => office.id)
  })

/** The province's administrator; the 404 page for everybody else. */
export async function requireAdmin(path: string, form?: FormData): Promise<Session> {
  const session = await requireSession(path, form)
  if (officesOf(session, 'administrator').length === 0) notFound()
  return session
}

/** Where somebody arrives after the sign-in (contract section 2). */
export function landingOf(roles: Session['roles']): string {
  const has = (role: StaffRole) => roles.some((post) => post.role === role)
  if (has('reviewer')) return paths.queue
  if (has('oversight')) return paths.stats
  return has('administrator') ? ADMIN_LANDING : paths.tasks
}
