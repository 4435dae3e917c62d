import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { IdpBox } from '#components/idp/shell'
import { type IdpPageProps, queryValue } from '#lib/idp/forms'

export const metadata: Metadata = { title: '人脸核验' }

interface FacePageProps extends IdpPageProps {
  readonly params: Promise<{ token: string }>
}

const RESULTS: ReadonlyMap<string, string> = new Map([
  ['passed', '核验完成，请回到电脑上继续。'],
  ['failed', '核验没有通过，请回到电脑上重试。'],
  ['lapsed', '本页已失效，请回到电脑上重新扫码。'],
])

/** What the telephone shows: the demo's face check passes or fails at a press. */
export default async function FacePage({ params, searchParams }: FacePageProps) {
  const { token } = await params
  const result = RESULTS.get(queryValue((await searchParams).result))
  return (
    <IdpBox>
      <h1>人脸核验（模拟）</h1>
      {result ? (
        <p className="lead">{result}</p>
      ) : (
        <>
          <p className="lead">这里模拟手机上的人脸核验，不使用摄像头，也不采集人脸。</p>
          <Form name="idp-face" action={`/idp/face/${token}/answer`}>
            <Actions>
              <Button intent={{ name: 'intent', value: 'pass' }}>模拟通过</Button>
              <Button intent={{ name: 'intent', value: 'fail' }} tone="second">
                模拟不通过
              </Button>
            </Actions>
          </Form>
        </>
      )}
    </IdpBox>
  )
}
