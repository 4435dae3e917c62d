import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Qr } from '#components/idp/qr'
import { IdpBox } from '#components/idp/shell'
import { Banner } from '#components/layout/banner'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { env } from '#lib/env'
import { type IdpPageProps, queryValue } from '#lib/idp/forms'
import { askPhone, beginScan, isScanApp, SCAN_APPS } from '#lib/idp/scan'
import { withQuery } from '#lib/paths'

export const metadata: Metadata = { title: '扫码登录' }

/** A browser waits for a telephone to sign it in (guide 2.2). */
export default async function ScanPage({ searchParams }: IdpPageProps) {
  const query = await searchParams
  const stored = await store()
  const wanted = queryValue(query.app)
  const request = queryValue(query.request)
  const begun = queryValue(query.scan)
  const scan = begun || (await beginScan(stored, isScanApp(wanted) ? wanted : 'yushiban', request, now()))
  const waiting = await askPhone(stored, scan, now())
  const onward = { request: (waiting?.request ?? request) || undefined }
  const again = withQuery('/idp/scan', { app: waiting?.app ?? (wanted || undefined), ...onward })
  if (!waiting) {
    return (
      <IdpBox>
        <h1>扫码登录</h1>
        <p className="lead">二维码已过期，请刷新。</p>
        <Actions>
          <ButtonLink href={again}>刷新二维码</ButtonLink>
        </Actions>
      </IdpBox>
    )
  }
  const address = `${env().publicOrigin}/idp/scan/${waiting.phone}`
  return (
    <IdpBox>
      {query.waiting && (
        <Banner tone="info" title="还没有在手机上确认。">
          <p>请先扫码，在手机上确认后，再点“我已扫码，继续”。</p>
        </Banner>
      )}
      <h1>{SCAN_APPS[waiting.app]}扫码登录</h1>
      <p className="lead">
        请用{SCAN_APPS[waiting.app]}扫描下面的二维码，并在手机上确认。二维码 2 分钟内有效，
        <a href={again}>刷新</a>。
        {waiting.app === 'wechat' && '微信须已绑定账号，没有绑定的，可以在手机上绑定。'}
      </p>
      <Qr text={address} label={`${SCAN_APPS[waiting.app]}登录二维码`} />
      <p className="lead">
        模拟环境没有手机，请打开<a href={address}>手机上的确认页</a>。
      </p>
      <Form name="idp-scan" action="/idp/scan/enter" hidden={{ scan }}>
        <Actions>
          <Button full>我已扫码，继续</Button>
        </Actions>
      </Form>
      <p className="row-links">
        <a href={withQuery('/idp/login', onward)}>用密码登录</a>
      </p>
    </IdpBox>
  )
}
