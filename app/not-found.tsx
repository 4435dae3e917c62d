import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { paths } from '#lib/paths'

export const metadata: Metadata = { title: '没有这个页面' }

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <>
      <Masthead />
      <Frame>
        <h1>没有这个页面</h1>
        <p className="lead">网址可能写错了，或者页面已经不在。请从首页重新进入。</p>
        <Actions>
          <ButtonLink href={paths.start}>回到首页</ButtonLink>
          <ButtonLink href={paths.contacts} tone="plain">
            联系我们
          </ButtonLink>
        </Actions>
      </Frame>
      <Footer />
    </>
  )
}
