import { Banner } from '#components/layout/banner'
import { Ledger } from '#components/record/ledger'
import { dateText } from '#lib/collection/kinds/date'
import { PER_HOUR, type Told } from './ask.ts'

const STATES = { inForce: '有效', superseded: '已被新版本取代' } as const

/** The answer to a question about a code: state, date, office, nothing else (contract section 3). */
export function ToldView({ told }: { told: Told }) {
  if (told.is === 'paced') {
    return (
      <Banner tone="warn" title="查得太频繁">
        <p>一小时最多查 {PER_HOUR} 次，请稍后再试。</p>
      </Banner>
    )
  }
  if (told.is === 'unknown') {
    return (
      <Banner tone="err" title="没有这个编号">
        <p>请对照采集表核对编号。刚刚通过审核的，10 分钟后可以查到。</p>
      </Banner>
    )
  }
  return (
    <section className="sec">
      <h2>查验结果</h2>
      <Ledger
        rows={[
          { label: '状态', text: <b>{STATES[told.is]}</b> },
          { label: '通过日期', text: dateText(told.approvedOn) },
          { label: '审核机关', text: told.office },
        ]}
      />
    </section>
  )
}
