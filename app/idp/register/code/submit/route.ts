import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { keepForm, postedForm } from '#lib/idp/forms'
import { finishRegistration } from '#lib/idp/register'
import { seeOther, served } from '#lib/idp/serve'
import { withQuery } from '#lib/paths'

/** The form of `/idp/register/code`. */
export const POST = served(async (posted: Request) => {
  const form = await postedForm(posted)
  const at = now()
  const request = scalar(form, 'request') || undefined
  const pending = scalar(form, 'pending')
  const applicant = scalar(form, 'applicant') || undefined
  switch (await finishRegistration(await store(), pending, scalar(form, 'smsCode'), at)) {
    case 'done':
      return seeOther(withQuery('/idp/login', { request, done: 'registered' }))
    case 'taken':
      return seeOther(withQuery('/idp/register/taken', { request }))
    case 'mobileTaken': {
      const problems = { mobile: '该手机号已绑定其他账号，请换一个手机号。' }
      const kept = await keepForm(await store(), { values: {}, problems }, at)
      return seeOther(withQuery('/idp/register', { form: kept, request }))
    }
    case 'wrongCode':
      return seeOther(withQuery('/idp/register/code', { pending, applicant, request, wrong: '1' }))
    case 'lapsed': {
      const problems = { captcha: '验证码已失效，请重新获取。' }
      const kept = await keepForm(await store(), { values: {}, problems }, at)
      return seeOther(withQuery('/idp/register/verify', { applicant, request, form: kept }))
    }
  }
})
