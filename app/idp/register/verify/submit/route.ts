import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { typedCaptcha } from '#lib/idp/captcha'
import { keepForm, postedForm } from '#lib/idp/forms'
import { sendRegistrationCode } from '#lib/idp/register'
import { seeOther, served } from '#lib/idp/serve'
import { withQuery } from '#lib/paths'

/** The form of `/idp/register/verify`. */
export const POST = served(async (posted: Request) => {
  const form = await postedForm(posted)
  const at = now()
  const request = scalar(form, 'request') || undefined
  const applicant = scalar(form, 'applicant')
  const typed = { applicant, ...typedCaptcha(form) }
  const outcome = await sendRegistrationCode(await store(), typed, at)
  if (outcome === 'lapsed') return seeOther(withQuery('/idp/register/verify', { request }))
  if ('pending' in outcome)
    return seeOther(withQuery('/idp/register/code', { pending: outcome.pending, applicant, request }))
  const kept = await keepForm(await store(), { values: {}, problems: { captcha: outcome.problem } }, at)
  return seeOther(withQuery('/idp/register/verify', { applicant, request, form: kept }))
})
