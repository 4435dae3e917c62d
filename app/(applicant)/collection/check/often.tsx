import { paths } from '#lib/paths'
import type { OftenReturned } from '#lib/statistics/often-returned'
import { USUAL_WEEKS } from '#lib/statistics/period'
import { rowHref } from './places.ts'

/** For what the office really returns, where this application has something of the kind. */
export function OftenReturnedHere({ office, often }: { office: string; often: readonly OftenReturned[] }) {
  if (often.length === 0) return null
  return (
    <section className="sec" aria-labelledby="often" data-forecast="often">
      <h2 id="often">这类情况常被退回</h2>
      <p className="measure">
        {office}近 {USUAL_WEEKS}{' '}
        周退回时写得最多的原因，您也填了这些内容。请对照材料再看一遍，没有问题的不用改。
      </p>
      <ul className="dots">
        {often.map(({ code, title, share, places }) => (
          <li key={code} data-reason={code}>
            <b>{title}</b>
            <span className="muted">，占退回原因的 {Math.round(share * 100)}%</span>
            <br />
            {places.map(({ group, row }, at) => (
              <span key={row.key}>
                {at > 0 ? '、' : '核对'}
                <a href={rowHref(group, row)}>{row.label}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p className="hint">
        各项要求和样张见<a href={`${paths.start}#materials`}>准备材料</a>。
      </p>
    </section>
  )
}
