import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { keepForm, postedForm } from '#lib/idp/forms'
import { resetPassword } from '#lib/idp/recovery'
import { seeOther, served } from '#lib/idp/serve'
import { withQuery } from '#lib/paths'

/** The form of `/idp/forgot/password`. */
export const POST = served(async (posted: Request) => {
  const form = await postedForm(posted)
  const at = now()
  const recovery = scalar(form, 'recovery')
  const request = scalar(form, 'request') || undefined
  const outcome = await resetPassword(await store(), recovery, scalar(form, 'password'), at)
  if (outcome === 'done') return seeOther(withQuery('/idp/login', { request, done: 'password' }))
  if (outcome === 'lapsed')
    return seeOther(withQuery('/idp/forgot/check', { recovery, request, missing: '1' }))
  const kept = await keepForm(await store(), { values: {}, problems: { password: outcome.problem } }, at)
  return seeOther(withQuery('/idp/forgot/password', { recovery, request, form: kept }))
})
