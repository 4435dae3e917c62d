import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Control } from '#components/idp/control'
import { Problems } from '#components/idp/problems'
import { IdpBox } from '#components/idp/shell'
import { type IdpPageProps, queryValue } from '#lib/idp/forms'
import { withQuery } from '#lib/paths'

const WRONG = '验证码不正确，请再填一次。'

export async function generateMetadata({ searchParams }: IdpPageProps): Promise<Metadata> {
  return { title: queryValue((await searchParams).wrong) ? '错误：验证手机号' : '验证手机号' }
}

/** The code that the mobile was sent. */
export default async function CodePage({ searchParams }: IdpPageProps) {
  const query = await searchParams
  const problems: Record<string, string> = queryValue(query.wrong) ? { smsCode: WRONG } : {}
  const request = queryValue(query.request)
  const applicant = queryValue(query.applicant)
  return (
    <IdpBox>
      <h1>验证手机号</h1>
      <Problems problems={problems} />
      <p className="lead">
        验证码已发出，5 分钟内有效。模拟环境不发短信，请到<a href="/idp/outbox">短信收件箱</a>
        查看，再回到本页填写。
      </p>
      <Form
        name="idp-code"
        action="/idp/register/code/submit"
        hidden={{ pending: queryValue(query.pending), applicant, request }}
      >
        <Control
          name="smsCode"
          label="短信验证码"
          hint="6 位数字"
          autoComplete="one-time-code"
          mono
          digits
          error={problems.smsCode}
        />
        <Actions>
          <Button full>完成注册</Button>
        </Actions>
      </Form>
      <p className="row-links">
        <a href={withQuery('/idp/register/verify', { applicant, request: request || undefined })}>
          没有收到，重新发送
        </a>
      </p>
    </IdpBox>
  )
}
