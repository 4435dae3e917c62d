import { cookies } from 'next/headers'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { typedCaptcha } from '#lib/idp/captcha'
import { deviceCookieName } from '#lib/idp/devices'
import { enter } from '#lib/idp/enter'
import { postedForm } from '#lib/idp/forms'
import { attemptLogin } from '#lib/idp/login'
import { addressOf, seeOther, served } from '#lib/idp/serve'
import { changeTicket, issueTicket, peekTicket } from '#lib/idp/tickets'

/** The form of `/idp/login`: back to the client with a code, or back to the form with what is wrong. */
export const POST = served(async (request: Request) => {
  const form = await postedForm(request)
  const at = now()
  const stored = await store()
  const secret = scalar(form, 'request')
  const account = scalar(form, 'account')
  const outcome = await attemptLogin(
    stored,
    {
      account,
      password: scalar(form, 'password'),
      ...typedCaptcha(form),
      address: addressOf(request.headers),
      device: (await cookies()).get(deviceCookieName)?.value,
    },
    at,
  )
  if ('sub' in outcome) return enter(stored, outcome.sub, secret, at)
  const asked = (await peekTicket(stored.read, 'request', secret, at))?.asked
  const state = { asked, account: account.slice(0, 100), ...outcome }
  const name = asked ? secret : await stored.write((tx) => issueTicket(tx, 'request', state, at))
  if (asked) await stored.write((tx) => changeTicket(tx, 'request', secret, state))
  return seeOther(`/idp/login?request=${name}`)
})
