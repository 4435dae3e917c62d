import { NextResponse } from 'next/server'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { env } from '#lib/env'
import { scalar } from '#lib/forms'
import { postedForm } from '#lib/idp/forms'
import { attemptLogin } from '#lib/idp/login'
import { answerTo } from '#lib/idp/request'
import { addressOf, seeOther, served } from '#lib/idp/serve'
import { idpCookieName, idpCookieOptions, openIdpSession } from '#lib/idp/sessions'
import { changeTicket, issueTicket, peekTicket } from '#lib/idp/tickets'
import { issueCode } from '#lib/idp/tokens'

/** The form of `/idp/login`: back to the client with a code, or back to the form with what is wrong. */
export const POST = served(async (request: Request) => {
  const form = await postedForm(request)
  const at = now()
  const stored = await store()
  const secret = scalar(form, 'request')
  const asked = (await peekTicket(stored.read, 'request', secret, at))?.asked
  const account = scalar(form, 'account')
  const outcome = await attemptLogin(
    stored,
    {
      account,
      password: scalar(form, 'password'),
      captchaId: scalar(form, 'captchaId'),
      captcha: scalar(form, 'captcha'),
      address: addressOf(request.headers),
    },
    at,
  )
  if ('problem' in outcome) {
    const state = { asked, account: account.slice(0, 100), ...outcome }
    const name = asked ? secret : await stored.write((tx) => issueTicket(tx, 'request', state, at))
    if (asked) await stored.write((tx) => changeTicket(tx, 'request', secret, state))
    return seeOther(`/idp/login?request=${name}`)
  }
  const { sub } = outcome
  const token = await stored.write((tx) => openIdpSession(tx, sub, at))
  // Whoever came here without a client's request goes on to the service's own sign-in.
  const target = asked
    ? answerTo(asked, { code: await issueCode(stored, { sub, authTime: at, asked }, at) })
    : `${env().publicOrigin}/login`
  const answer = NextResponse.redirect(target, 303)
  answer.cookies.set(idpCookieName, token, idpCookieOptions())
  return answer
})
