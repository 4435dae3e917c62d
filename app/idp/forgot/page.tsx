import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { CaptchaField } from '#components/idp/captcha-field'
import { Control } from '#components/idp/control'
import { Problems } from '#components/idp/problems'
import { IdpBox } from '#components/idp/shell'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { askCaptcha } from '#lib/idp/captcha'
import { type IdpPageProps, keptForm, queryValue } from '#lib/idp/forms'
import { withQuery } from '#lib/paths'

async function formOf({ searchParams }: IdpPageProps) {
  return keptForm((await store()).read, queryValue((await searchParams).form), now())
}

export async function generateMetadata(props: IdpPageProps): Promise<Metadata> {
  const { problems } = await formOf(props)
  return { title: Object.keys(problems).length > 0 ? '错误：找回密码' : '找回密码' }
}

/** First step of a recovery: name, ID number and a captcha. */
export default async function ForgotPage(props: IdpPageProps) {
  const query = await props.searchParams
  const { values, problems } = await formOf(props)
  const captcha = await askCaptcha(await store(), now())
  const request = queryValue(query.request)
  const here = { request: request || undefined, form: queryValue(query.form) || undefined }
  return (
    <IdpBox>
      <h1>找回密码</h1>
      <Problems problems={problems} />
      <Form name="idp-forgot" action="/idp/forgot/submit" hidden={{ request }}>
        <Control name="name" label="姓名" value={values.name} autoComplete="name" error={problems.name} />
        <Control
          name="idNumber"
          label="证件号码"
          value={values.idNumber}
          autoComplete="off"
          mono
          error={problems.idNumber}
        />
        <CaptchaField
          {...captcha}
          asText={query.captcha === 'text'}
          again={{
            picture: withQuery('/idp/forgot', here),
            text: withQuery('/idp/forgot', { ...here, captcha: 'text' }),
          }}
          error={problems.captcha}
        />
        <Actions>
          <Button full>实名认证</Button>
        </Actions>
      </Form>
    </IdpBox>
  )
}
