import type { Metadata } from 'next'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { listOwnSessions } from '#db/queries/sessions'
import { store } from '#db/store'
import { formatShanghai, now } from '#lib/clock'
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
  const sessions = await listOwnSessions((await store()).read, person.id, now())
  const { done } = await searchParams
  return (
    <>
      <Masthead who={{ name: person.name, number: maskIdNumber(person.idType, person.idNumber) }} />
      <Frame back={{ href: landingOf(roles), text: '返回' }}>
        {done === 'ended' && <Banner tone="ok" title="已退出所选设备上的登录。" />}
        <h1>我的账号</h1>
        <p>
          {person.name}，手机号 {maskMobile(person.mobile)}。姓名和手机号来自统一身份认证平台，请在那里修改，下次登录后这里随之更新。
        </p>
        <h2>登录中的设备</h2>
        <ul className="sessions">
          {sessions.map((session) => (
            <li key={session.id}>
              <p>
                {session.device}，{formatShanghai(session.createdAt)} 登录，最近使用 {formatShanghai(session.seenAt)}
                {session.id === sid && '（本设备）'}
              </p>
              {session.id !== sid && (
                <Form name="end-session" action={endOneAction} hidden={{ session: session.id }}>
                  <Button tone="plain">退出这台设备</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <Form name="end-others" action={endOthersAction}>
            <Button tone="second">退出其他所有设备</Button>
          </Form>
        )}
        <p className="hint">30 分钟不使用，或登录满 8 小时，会自动退出，已保存的内容不受影响。</p>
      </Frame>
      <Footer />
    </>
  )
}
