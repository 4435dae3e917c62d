import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { store } from '#db/store'
import { formatShanghai, now } from '#lib/clock'
import { ownSessions } from '#lib/identity/live'
import { landingOf, requireSession } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { maskIdNumber, maskMobile } from '#lib/protect/mask'
import { endOneAction, endOthersAction } from './actions.ts'

export const metadata: Metadata = { title: '我的账号' }

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Where one is signed in, and the way to end it from afar. */
export default async function AccountPage({ searchParams }: PageProps) {
  const { sid, person, roles } = await requireSession(paths.account)
  const sessions = await ownSessions(await store(), person.id, now())
  const { done } = await searchParams
  return (
    <>
      <Masthead who={{ name: person.name, number: maskIdNumber(person.idType, person.idNumber) }} />
      <Frame back={{ href: landingOf(roles), text: '返回' }}>
        {done === 'ended' && <Banner tone="ok" title="已退出所选设备上的登录。" />}
        <h1>我的账号</h1>
        <p className="lead">
          {person.name}，手机号 {maskMobile(person.mobile)}
          。姓名和手机号来自统一身份认证平台，请在那里修改，下次登录后这里随之更新。
        </p>
        <h2 className="sec">登录中的设备</h2>
        {sessions.map((session) => (
          <article className="item" key={session.id}>
            <header className="item-h">
              <h3>{session.device}</h3>
              {session.id !== sid && (
                <Form name="end-session" action={endOneAction} hidden={{ session: session.id }}>
                  <Button tone="plain">退出这台设备</Button>
                </Form>
              )}
            </header>
            <div className="item-b">
              <dl>
                <div>
                  <dt>登录时间</dt>
                  <dd>{formatShanghai(session.createdAt)}</dd>
                </div>
                <div>
                  <dt>最近使用</dt>
                  <dd>{session.id === sid ? '本设备，正在使用' : formatShanghai(session.seenAt)}</dd>
                </div>
              </dl>
            </div>
          </article>
        ))}
        {sessions.length > 1 && (
          <Form name="end-others" action={endOthersAction}>
            <Actions>
              <Button tone="second">退出其他所有设备</Button>
            </Actions>
          </Form>
        )}
        <p className="hint sub">30 分钟不使用，或登录满 8 小时，会自动退出，已保存的内容不受影响。</p>
      </Frame>
      <Footer />
    </>
  )
}
