import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { CaptchaField } from '#components/idp/captcha-field'
import { Control } from '#components/idp/control'
import { LoginAside } from '#components/idp/login-aside'
import { LoginTabs, UnitTab } from '#components/idp/login-tabs'
import { IdpBox } from '#components/idp/shell'
import { Banner } from '#components/layout/banner'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { askCaptcha } from '#lib/idp/captcha'
import { type IdpPageProps, queryValue } from '#lib/idp/forms'
import { PROBLEMS } from '#lib/idp/login'
import { peekTicket, type ScanApp } from '#lib/idp/tickets'
import { withQuery } from '#lib/paths'

const DONE: ReadonlyMap<string, string> = new Map([
  ['registered', '注册成功，请登录。'],
  ['password', '密码已修改，请用新密码登录。'],
])

/** The ways that the real platform has below its sign-in (guide 2.2). */
const WAYS: readonly (readonly [ScanApp, string])[] = [
  ['alipay', '支付宝扫码'],
  ['yushiban', '豫事办扫码'],
  ['wechat', '微信扫码，须已绑定'],
]

async function pendingOf({ searchParams }: IdpPageProps) {
  return peekTicket((await store()).read, 'request', queryValue((await searchParams).request), now())
}

export async function generateMetadata(props: IdpPageProps): Promise<Metadata> {
  const pending = await pendingOf(props)
  return { title: pending?.problem ? '错误：个人登录' : '个人登录' }
}

/** Sign-in with ID number or mobile and password. */
export default async function IdpLoginPage(props: IdpPageProps) {
  const query = await props.searchParams
  const pending = await pendingOf(props)
  const request = queryValue(query.request)
  const done = DONE.get(queryValue(query.done))
  const onward = { request: request || undefined }
  if (query.tab === 'unit') return <UnitTab onward={onward} />
  const captcha = pending?.captcha ? await askCaptcha(await store(), now()) : undefined
  const at = pending?.problem === PROBLEMS.captcha ? 'captcha' : 'account'
  return (
    <IdpBox
      aside={
        <LoginAside
          ways={WAYS.map(([app, label]) => ({ href: withQuery('/idp/scan', { app, ...onward }), label }))}
        />
      }
    >
      <LoginTabs current="person" onward={onward} />
      <h1 className="vh">个人登录</h1>
      {done && !pending?.problem && <Banner tone="ok" title={done} />}
      {pending?.problem && (
        <ErrorSummary heading="没有登录" errors={[{ href: `#${at}`, text: pending.problem }]} />
      )}
      <Form name="idp-login" action="/idp/login/enter" hidden={{ request }}>
        <Control
          name="account"
          label="身份证号或手机号"
          value={pending?.account}
          autoComplete="username"
          mono
          error={at === 'account' ? pending?.problem : undefined}
        />
        <Control name="password" label="密码" type="password" autoComplete="current-password" />
        {captcha && (
          <CaptchaField
            {...captcha}
            asText={query.captcha === 'text'}
            again={{
              picture: withQuery('/idp/login', { request }),
              text: withQuery('/idp/login', { request, captcha: 'text' }),
            }}
            error={at === 'captcha' ? pending?.problem : undefined}
          />
        )}
        <p className="row-links">
          <a href={withQuery('/idp/forgot', onward)}>忘记密码</a>
          <a href={withQuery('/idp/register', onward)}>注册新用户</a>
        </p>
        <Actions>
          <Button full>登录</Button>
        </Actions>
      </Form>
      <p className="hint sub">登录后回到河南省会计人员信息采集。可以粘贴证件号码和密码。</p>
    </IdpBox>
  )
}
