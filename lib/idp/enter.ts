import { NextResponse } from 'next/server'
import type { Store } from '#db/store'
import { env } from '../env.ts'
import { DEVICE_SECONDS, deviceCookieName, newDevice } from './devices.ts'
import { answerTo } from './request.ts'
import { idpCookieName, idpCookieOptions, openIdpSession } from './sessions.ts'
import { peekTicket } from './tickets.ts'
import { issueCode } from './tokens.ts'

/**
 * Lets somebody in who has proved who they are: a session here, and back to the client with a code. Whoever came
 * without a client's request goes on to the service's own sign-in.
 * @param request name of the sign-in that they are on
 */
export async function enter(store: Store, sub: string, request: string, now: Date): Promise<Response> {
  const asked = (await peekTicket(store.read, 'request', request, now))?.asked
  const token = await store.write((tx) => openIdpSession(tx, sub, now))
  const target = asked
    ? answerTo(asked, { code: await issueCode(store, { sub, authTime: now, asked }, now) })
    : `${env().publicOrigin}/login`
  const answer = NextResponse.redirect(target, 303)
  answer.cookies.set(idpCookieName, token, idpCookieOptions())
  answer.cookies.set(deviceCookieName, newDevice(sub), { ...idpCookieOptions(), maxAge: DEVICE_SECONDS })
  return answer
}
