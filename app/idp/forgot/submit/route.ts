import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { typedCaptcha } from '#lib/idp/captcha'
import { keepForm, postedForm } from '#lib/idp/forms'
import { beginRecovery } from '#lib/idp/recovery'
import { addressOf, seeOther, served } from '#lib/idp/serve'
import { withQuery } from '#lib/paths'

/** The form of `/idp/forgot`. */
export const POST = served(async (posted: Request) => {
  const form = await postedForm(posted)
  const at = now()
  const request = scalar(form, 'request') || undefined
  const values = { name: scalar(form, 'name'), idNumber: scalar(form, 'idNumber') }
  const address = addressOf(posted.headers)
  const outcome = await beginRecovery(await store(), { ...values, ...typedCaptcha(form), address }, at)
  if ('recovery' in outcome)
    return seeOther(withQuery('/idp/forgot/check', { recovery: outcome.recovery, request }))
  const kept = await keepForm(await store(), { values, problems: outcome.problems }, at)
  return seeOther(withQuery('/idp/forgot', { form: kept, request }))
})
