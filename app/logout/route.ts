import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'
import { endSession, findSession, idTokenOf } from '#db/queries/sessions'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { cookieOptions, sessionCookieName, tokenOfCookie } from '#lib/identity/cookies'
import { signOutAddress } from '#lib/identity/platform'

/** An address typed by hand: the page that asks. Signing out itself takes a POST. */
export const GET = (): Response =>
  new Response(null, { status: 303, headers: { location: '/logout/confirm' } })

/** Ends the session here first, then at the identity platform, which sends the browser to the start page. */
export async function POST(): Promise<Response> {
  const token = await tokenOfCookie((await cookies()).get(sessionCookieName())?.value)
  const { read, write } = await store()
  const row = token ? await findSession(read, token) : undefined
  if (row) await write((tx) => endSession(tx, row.id, now()))
  const answer = NextResponse.redirect(await signOutAddress(row && idTokenOf(row)), 303)
  // Nothing is kept in the browser; whatever an extension or an older release has kept goes too.
  answer.headers.set('clear-site-data', '"storage"')
  answer.cookies.set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 })
  return answer
}
