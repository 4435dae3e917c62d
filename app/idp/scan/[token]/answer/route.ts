import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { env } from '#lib/env'
import { scalar } from '#lib/forms'
import { typedCaptcha } from '#lib/idp/captcha'
import { postedForm } from '#lib/idp/forms'
import { attemptLogin } from '#lib/idp/login'
import { answerPhone, bindWechat, boundAccount, wechatCookieName } from '#lib/idp/scan'
import { addressOf, seeOther, served } from '#lib/idp/serve'
import { idpCookieOptions } from '#lib/idp/sessions'
import { changeTicket, peekTicket, WECHAT_MS } from '#lib/idp/tickets'

interface Context {
  readonly params: Promise<{ token: string }>
}

/** The form of the telephone's page: who confirms has proved who they are, by password or by a bound WeChat. */
export const POST = served(async (posted: Request, { params }: Context) => {
  const form = await postedForm(posted)
  const at = now()
  const stored = await store()
  const { token } = await params
  const here = `/idp/scan/${encodeURIComponent(token)}`
  const asked = await peekTicket(stored.read, 'phone', token, at)
  const app = asked && (await peekTicket(stored.read, 'scan', asked.scan, at))?.app
  if (!asked || !app) return seeOther(here)

  if (app === 'wechat' && scalar(form, 'intent') === 'confirm') {
    const bound = await boundAccount(stored.read, (await cookies()).get(wechatCookieName)?.value, at)
    if (!bound) return seeOther(here)
    return seeOther((await answerPhone(stored, token, bound.sub, at)) ? `${here}?result=done` : here)
  }

  const account = scalar(form, 'account')
  const outcome = await attemptLogin(
    stored,
    {
      account,
      password: scalar(form, 'password'),
      ...typedCaptcha(form),
      address: addressOf(posted.headers),
    },
    at,
  )
  if ('problem' in outcome) {
    const state = { scan: asked.scan, account: account.slice(0, 100), ...outcome }
    await stored.write((tx) => changeTicket(tx, 'phone', token, state))
    return seeOther(here)
  }
  const { sub } = outcome
  if (!(await answerPhone(stored, token, sub, at))) return seeOther(here)
  const answer = NextResponse.redirect(`${env().publicOrigin}${here}?result=done`, 303)
  if (app === 'wechat') {
    const kept = await stored.write((tx) => bindWechat(tx, sub, at))
    answer.cookies.set(wechatCookieName, kept, { ...idpCookieOptions(), maxAge: WECHAT_MS / 1000 })
  }
  return answer
})
