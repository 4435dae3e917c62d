import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { env } from '#lib/env'
import { sessionCookieName, signInCookieName } from '#lib/identity/cookies'
import { safeReturnTo } from '#lib/identity/return-to'
import { currentSession, landingOf } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'

export const metadata: Metadata = { title: '登录' }

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['OAuthSignin', '统一身份认证平台暂时连接不上，请稍后再试。'],
  ['Claims', '统一身份认证平台没有给出姓名、证件号码或手机号，不能登录。请拨打 0371-96500。'],
])
const UNFINISHED = '登录没有完成，您还没有登录。请再登录一次；多次不成功的，请拨打 0371-96500。'

type Query = Readonly<Record<string, string | string[] | undefined>>
const one = (value: Query[string]) => (typeof value === 'string' ? value : undefined)

/** The token that guards the form; the first visit fetches it with a cookie and comes back here. */
async function formToken(query: Query, returnTo: string | undefined): Promise<string | undefined> {
  const token = (await cookies()).get(signInCookieName('form'))?.value.split('|')[0]
  if (token || query.step !== undefined) return token
  const error = one(query.error)
  redirect(withQuery('/api/auth/signin', { callbackUrl: returnTo ?? paths.login(), error }))
}

/** The hand-off to the identity platform: one button. */
export default async function LoginPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const returnTo = safeReturnTo(query.returnTo)
  const session = await currentSession()
  if (session) redirect(returnTo ?? landingOf(session.roles))
  const csrfToken = await formToken(query, returnTo)
  const error = one(query.error)
  // Whoever was signed in a moment ago learns why they are asked again, and that nothing typed is lost.
  const lapsed = !error && returnTo !== undefined && (await cookies()).has(sessionCookieName())
  return (
    <>
      <Masthead />
      <Frame back={{ href: paths.start, text: '返回首页' }}>
        {error && <Banner tone="err" title={SENTENCES.get(error) ?? UNFINISHED} />}
        {lapsed && (
          <Banner tone="info" title="上一次登录已结束，请重新登录。">
            {/[?&]held=/.test(returnTo) && <p>刚才填写的内容已保留，登录后回到原页面。</p>}
          </Banner>
        )}
        <h1>登录</h1>
        {csrfToken ? (
          <>
            <p className="lead">登录在统一身份认证平台进行，登录后自动回到这里。没有账号的，在那里注册。</p>
            {env().idp && (
              <p className="lead">本系统为演示系统，平台也是模拟的，请勿填写真实的证件号码、手机号和密码。</p>
            )}
            <Form
              name="login"
              action="/api/auth/signin/identity"
              hidden={{ csrfToken, callbackUrl: returnTo ?? paths.login() }}
            >
              <Actions>
                <Button>去登录</Button>
              </Actions>
            </Form>
          </>
        ) : (
          <p className="lead">
            登录需要浏览器保存 Cookie。请在浏览器设置里允许本网站使用 Cookie，然后
            <a href={paths.login(returnTo)}>重新登录</a>。
          </p>
        )}
        <p className="sub">
          注册、登录和实名认证的问题，请拨打 <a href="tel:037196500">0371-96500</a>。
        </p>
      </Frame>
      <Footer />
    </>
  )
}
