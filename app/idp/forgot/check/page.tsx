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
import { askFace } from '#lib/idp/recovery'
import { withQuery } from '#lib/paths'

export const metadata: Metadata = { title: '安全验证' }

/** Second step of a recovery: the face check on a telephone. */
export default async function CheckPage({ searchParams }: IdpPageProps) {
  const query = await searchParams
  const recovery = queryValue(query.recovery)
  const request = queryValue(query.request)
  const face = await askFace(await store(), recovery, now())
  const again = withQuery('/idp/forgot', { request: request || undefined })
  if (!face) {
    return (
      <IdpBox>
        <h1>安全验证</h1>
        <p className="lead">本次找回已失效，请重新开始。</p>
        <Actions>
          <ButtonLink href={again}>重新找回</ButtonLink>
        </Actions>
      </IdpBox>
    )
  }
  const address = `${env().publicOrigin}/idp/face/${face}`
  return (
    <IdpBox>
      {query.missing && (
        <Banner tone="err" title="核验没有完成或没有通过。">
          <p>
            请先在手机上完成核验，再点“我已完成核验”。姓名、证件号码填错的，请<a href={again}>重新填写</a>。
          </p>
        </Banner>
      )}
      <h1>安全验证</h1>
      <p className="lead">需要在手机上完成人脸核验，5 分钟内有效。</p>
      <details className="sub">
        <summary>
          <span>立即验证</span>
        </summary>
        <div>
          <p>请用豫事办扫描下面的二维码，按提示完成核验。</p>
          <Qr text={address} label="人脸核验二维码" />
          <p>
            模拟环境没有手机，请打开<a href={address}>手机上的核验页</a>。
          </p>
        </div>
      </details>
      <Form name="idp-check" action="/idp/forgot/check/continue" hidden={{ recovery, request }}>
        <Actions>
          <Button full>我已完成核验，继续</Button>
        </Actions>
      </Form>
    </IdpBox>
  )
}
