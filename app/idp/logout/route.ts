import { cookies } from 'next/headers'
import { type NextRequest, NextResponse } from 'next/server'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { env } from '#lib/env'
import { client } from '#lib/idp/client'
import { refusal, served } from '#lib/idp/serve'
import { closeIdpSession, idpCookieName, idpCookieOptions } from '#lib/idp/sessions'

/** The end-session endpoint (RP-Initiated Logout 1.0): the exact registered address, or none. */
export const GET = served(async (request: NextRequest) => {
  const query = request.nextUrl.searchParams
  const back = query.get('post_logout_redirect_uri')
  if (back !== null && back !== client().postLogoutRedirectUri) return refusal('退出请求里的返回地址未登记。')
  const token = (await cookies()).get(idpCookieName)?.value
  if (token) await (await store()).write((tx) => closeIdpSession(tx, token, now()))
  const target = new URL(back ?? `${env().publicOrigin}/idp/login`)
  const state = query.get('state')
  if (state !== null) target.searchParams.set('state', state)
  const answer = NextResponse.redirect(target, 303)
  answer.cookies.set(idpCookieName, '', { ...idpCookieOptions(), maxAge: 0 })
  return answer
})
