import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { Ledger } from '#components/record/ledger'
import { countAttempt } from '#db/queries/attempts'
import { findOffice } from '#db/queries/offices'
import { findRecordByCode } from '#db/queries/records'
import { store } from '#db/store'
import { now, today } from '#lib/clock'
import { UNDO_MS } from '#lib/collection/application'
import { dateText } from '#lib/collection/kinds/date'
import { paths } from '#lib/paths'

export const metadata: Metadata = { title: '查验' }

/** Questions from one address in an hour: enough for an employer, too few to guess codes. */
const PER_HOUR = 60
const HOUR = 3_600_000

async function answer(typed: string) {
  const { read, write } = await store()
  const at = now()
  const from = (await headers()).get('x-forwarded-for') ?? 'unknown'
  if ((await write((tx) => countAttempt(tx, `verify:${from}`, HOUR, at))) > PER_HOUR) return 'paced' as const
  const code = typed.normalize('NFKC').trim().toUpperCase()
  const record = await findRecordByCode(read, code)
  // D15: a decision is shown once it can no longer be undone.
  if (!record || at.getTime() - record.approvedAt.getTime() < UNDO_MS) return undefined
  return { record, office: await findOffice(read, record.officeId) }
}

/** What a printed sheet's code tells anybody: state, date, office, nothing else. */
export default async function VerifyPage({ searchParams }: { searchParams: Promise<{ code?: string }> }) {
  const { code = '' } = await searchParams
  const typed = typeof code === 'string' ? code.slice(0, 40) : ''
  const found = typed === '' ? undefined : await answer(typed)
  return (
    <>
      <Masthead />
      <Frame back={{ href: paths.start, text: '返回首页' }}>
        <h1>查验采集表</h1>
        <p className="lead">输入采集表上的查验编号，核对是否有效。这里不显示个人信息。</p>
        <Form name="verify" action={paths.verify} method="get" label="查验">
          <div className="field">
            <label className="label" htmlFor="code">
              查验编号
            </label>
            <p className="hint" id="code-hint">
              12 位字母和数字，例如 ABCD-EFGH-3467。
            </p>
            <input
              className="in mono w-m"
              id="code"
              name="code"
              defaultValue={typed}
              aria-describedby="code-hint"
            />
          </div>
          <div className="acts">
            <Button>查验</Button>
          </div>
        </Form>
        {found === 'paced' && (
          <Banner tone="warn" title="查得太频繁">
            <p>一小时最多查 {PER_HOUR} 次，请稍后再试。</p>
          </Banner>
        )}
        {typed !== '' && found === undefined && (
          <Banner tone="err" title="没有这个编号">
            <p>请核对编号。刚刚通过审核的，10 分钟后可以查到。</p>
          </Banner>
        )}
        {found !== undefined && found !== 'paced' && (
          <section className="sec">
            <h2>查验结果</h2>
            <Ledger
              rows={[
                { label: '状态', text: found.record.inForce ? '有效' : '已被新版本取代' },
                { label: '通过日期', text: dateText(today(found.record.approvedAt)) },
                { label: '审核机关', text: found.office?.name ?? '' },
              ]}
            />
          </section>
        )}
      </Frame>
      <Footer />
    </>
  )
}
