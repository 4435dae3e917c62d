import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { postedForm } from '#lib/idp/forms'
import { mayReset } from '#lib/idp/recovery'
import { seeOther, served } from '#lib/idp/serve'
import { withQuery } from '#lib/paths'

/** The form of `/idp/forgot/check`: on to the new password once the telephone has answered. */
export const POST = served(async (posted: Request) => {
  const form = await postedForm(posted)
  const recovery = scalar(form, 'recovery')
  const request = scalar(form, 'request') || undefined
  if (await mayReset(await store(), recovery, now())) {
    return seeOther(withQuery('/idp/forgot/password', { recovery, request }))
  }
  return seeOther(withQuery('/idp/forgot/check', { recovery, request, missing: '1' }))
})
