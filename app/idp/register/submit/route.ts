import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { keepForm, postedForm } from '#lib/idp/forms'
import { beginRegistration } from '#lib/idp/register'
import { seeOther, served } from '#lib/idp/serve'
import { withQuery } from '#lib/paths'

/** The form of `/idp/register`. */
export const POST = served(async (posted: Request) => {
  const form = await postedForm(posted)
  const at = now()
  const request = scalar(form, 'request') || undefined
  const values = {
    name: scalar(form, 'name'),
    idType: scalar(form, 'idType'),
    idNumber: scalar(form, 'idNumber'),
    mobile: scalar(form, 'mobile'),
  }
  const outcome = await beginRegistration(
    await store(),
    { ...values, password: scalar(form, 'password') },
    at,
  )
  if ('applicant' in outcome)
    return seeOther(withQuery('/idp/register/verify', { applicant: outcome.applicant, request }))
  const kept = await keepForm(await store(), { values, problems: outcome.problems }, at)
  return seeOther(withQuery('/idp/register', { form: kept, request }))
})
