import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { paths } from '#lib/paths'
import { ask } from './ask.ts'
import { ToldView } from './told-view.tsx'

type Search = Promise<{ code?: string | string[] }>

const MOST = 40
const MISSING = '请输入查验编号'

/** What was typed; `undefined` before anything was asked. A doubled parameter is no code. */
async function typedIn(search: Search): Promise<string | undefined> {
  const { code } = await search
  if (code === undefined) return undefined
  return typeof code === 'string' ? code.trim().slice(0, MOST) : ''
}

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  return { title: (await typedIn(searchParams)) === '' ? '错误：查验' : '查验' }
}

/** What a printed sheet's code tells anybody. */
export default async function VerifyPage({ searchParams }: { searchParams: Search }) {
  const typed = await typedIn(searchParams)
  const missing = typed === ''
  const from = (await headers()).get('x-forwarded-for') ?? 'unknown'
  const told = typed ? await ask(await store(), typed, from, now()) : undefined
  return (
    <>
      <Masthead />
      <Frame back={{ href: paths.start, text: '返回首页' }}>
        <h1>查验采集表</h1>
        {missing && <ErrorSummary errors={[{ href: '#code', text: MISSING }]} />}
        <p className="lead">输入采集表上的查验编号，核对是否有效。这里不显示个人信息。</p>
        <Form name="verify" action={paths.verify} method="get" label="查验" className="sub">
          <div className={missing ? 'field has-error' : 'field'}>
            <label className="label" htmlFor="code">
              查验编号
            </label>
            <p className="hint" id="code-hint">
              12 位字母和数字，例如 ACDE-FGHJ-3467，横线可以不输。
            </p>
            {missing && (
              <p className="err-msg" id="code-error">
                <span>
                  <span className="vh">错误：</span>
                  {MISSING}
                </span>
              </p>
            )}
            <input
              className="in mono w-m"
              id="code"
              name="code"
              defaultValue={typed}
              maxLength={MOST}
              autoComplete="off"
              aria-describedby={missing ? 'code-hint code-error' : 'code-hint'}
              aria-invalid={missing ? true : undefined}
            />
          </div>
          <Actions>
            <Button>查验</Button>
          </Actions>
        </Form>
        {told && <ToldView told={told} />}
      </Frame>
      <Footer />
    </>
  )
}
