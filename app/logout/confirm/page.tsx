import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { currentSession } from '#lib/identity/session'
import { paths } from '#lib/paths'

export const metadata: Metadata = { title: '退出登录' }

/** Asks before signing out; whoever is signed out already is at the start page. */
export default async function LogoutPage() {
  if (!(await currentSession())) redirect(paths.start)
  return (
    <>
      <Masthead />
      <Frame back={{ href: paths.tasks, text: '返回任务清单' }}>
        <h1>退出登录</h1>
        <p className="lead">已保存的内容不会丢失。在公用电脑上，用完请退出。</p>
        <Form name="logout" action={paths.logout}>
          <Actions>
            <Button>退出登录</Button>
          </Actions>
        </Form>
      </Frame>
      <Footer />
    </>
  )
}
