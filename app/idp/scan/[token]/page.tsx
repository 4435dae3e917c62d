import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { CaptchaField } from '#components/idp/captcha-field'
import { Control } from '#components/idp/control'
import { IdpBox } from '#components/idp/shell'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { detailsOf } from '#lib/idp/accounts'
import { askCaptcha } from '#lib/idp/captcha'
import { type IdpPageProps, queryValue } from '#lib/idp/forms'
import { PROBLEMS } from '#lib/idp/login'
import { boundAccount, SCAN_APPS, wechatCookieName } from '#lib/idp/scan'
import { peekTicket } from '#lib/idp/tickets'
import { withQuery } from '#lib/paths'
import { maskMobile } from '#lib/protect/mask'

interface PhonePageProps extends IdpPageProps {
  readonly params: Promise<{ token: string }>
}

async function pageOf({ params }: PhonePageProps) {
  const { read } = await store()
  const asked = await peekTicket(read, 'phone', (await params).token, now())
  const scan = asked && (await peekTicket(read, 'scan', asked.scan, now()))
  return asked && scan && { ...asked, app: scan.app }
}

export async function generateMetadata(props: PhonePageProps): Promise<Metadata> {
  return { title: (await pageOf(props))?.problem ? '错误：确认登录' : '确认登录' }
}

/** What the telephone shows: whose application this is, and whether the other device may go on. */
export default async function PhonePage(props: PhonePageProps) {
  const { token } = await props.params
  const query = await props.searchParams
  const page = await pageOf(props)
  if (!page) {
    const words =
      query.result === 'done' ? '已确认，请回到电脑上继续。' : '本页已失效，请回到电脑上刷新二维码。'
    return (
      <IdpBox>
        <h1>确认登录</h1>
        <p className="lead">{words}</p>
      </IdpBox>
    )
  }
  const app = SCAN_APPS[page.app]
  const kept = page.app === 'wechat' ? (await cookies()).get(wechatCookieName)?.value : undefined
  const bound = await boundAccount((await store()).read, kept, now())
  const action = `/idp/scan/${token}/answer`
  const captcha = page.captcha ? await askCaptcha(await store(), now()) : undefined
  const at = page.problem === PROBLEMS.captcha ? 'captcha' : 'account'
  return (
    <IdpBox>
      <h1>确认登录（模拟的{app}）</h1>
      {page.problem && <ErrorSummary heading="没有确认" errors={[{ href: `#${at}`, text: page.problem }]} />}
      <p className="lead">另一台设备请求用您的账号登录。不是您本人操作的，请关闭本页。</p>
      {bound ? (
        <Form name="idp-phone" action={action}>
          <p className="lead">
            本微信已绑定手机号 <b className="num">{maskMobile(detailsOf(bound).mobile)}</b> 的账号。
          </p>
          <Actions>
            <Button intent={{ name: 'intent', value: 'confirm' }} full>
              确认登录
            </Button>
          </Actions>
        </Form>
      ) : (
        <Form name="idp-phone" action={action}>
          <p className="lead">
            {page.app === 'wechat'
              ? '本微信还没有绑定账号，请用已有的账号绑定，以后扫码即可。'
              : `模拟环境没有真实的${app}，请用已有的账号代替。`}
          </p>
          <Control
            name="account"
            label="身份证号或手机号"
            value={page.account}
            autoComplete="username"
            mono
            error={at === 'account' ? page.problem : undefined}
          />
          <Control name="password" label="密码" type="password" autoComplete="current-password" />
          {captcha && (
            <CaptchaField
              {...captcha}
              asText={queryValue(query.captcha) === 'text'}
              again={{
                picture: `/idp/scan/${token}`,
                text: withQuery(`/idp/scan/${token}`, { captcha: 'text' }),
              }}
              error={at === 'captcha' ? page.problem : undefined}
            />
          )}
          <Actions>
            <Button full>{page.app === 'wechat' ? '绑定并确认登录' : '确认登录'}</Button>
          </Actions>
        </Form>
      )}
    </IdpBox>
  )
}
