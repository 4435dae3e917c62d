import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { CaptchaField } from '#components/idp/captcha-field'
import { Problems } from '#components/idp/problems'
import { IdpBox } from '#components/idp/shell'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { askCaptcha } from '#lib/idp/captcha'
import { type IdpPageProps, keptForm, queryValue } from '#lib/idp/forms'
import { peekTicket } from '#lib/idp/tickets'
import { withQuery } from '#lib/paths'
import { maskMobile } from '#lib/protect/mask'

async function formOf({ searchParams }: IdpPageProps) {
  return keptForm((await store()).read, queryValue((await searchParams).form), now())
}

export async function generateMetadata(props: IdpPageProps): Promise<Metadata> {
  const { problems } = await formOf(props)
  return { title: problems.captcha ? '错误：安全验证' : '安全验证' }
}

/** A captcha before a message is sent: nobody's telephone rings at a program's wish. */
export default async function VerifyPage(props: IdpPageProps) {
  const query = await props.searchParams
  const { problems } = await formOf(props)
  const applicant = queryValue(query.applicant)
  const request = queryValue(query.request)
  const stored = await store()
  const waiting = await peekTicket(stored.read, 'applicant', applicant, now())
  if (!waiting) {
    return (
      <IdpBox>
        <h1>安全验证</h1>
        <p className="lead">本次注册已失效，请重新填写。</p>
        <Actions>
          <ButtonLink href={withQuery('/idp/register', { request: request || undefined })}>
            重新注册
          </ButtonLink>
        </Actions>
      </IdpBox>
    )
  }
  const captcha = await askCaptcha(stored, now())
  const here = { applicant, request: request || undefined }
  return (
    <IdpBox>
      <h1>安全验证</h1>
      <Problems problems={problems} />
      <p className="lead">
        答对下面的题目后，验证码发到手机 <b className="num">{maskMobile(waiting.details.mobile)}</b>。
      </p>
      <Form name="idp-verify" action="/idp/register/verify/submit" hidden={{ applicant, request }}>
        <CaptchaField
          {...captcha}
          asText={query.captcha === 'text'}
          again={{
            picture: withQuery('/idp/register/verify', here),
            text: withQuery('/idp/register/verify', { ...here, captcha: 'text' }),
          }}
          error={problems.captcha}
        />
        <Actions>
          <Button full>发送短信验证码</Button>
        </Actions>
      </Form>
    </IdpBox>
  )
}
