import type { OwnPage } from '#applicant/own.ts'
import { OwnErrors } from '#applicant/own-errors.tsx'
import { RefusedChecks } from '#components/pictures/refused-checks'
import type { PictureLimit } from '#lib/collection/limits'
import type { Refusal as Why } from '#lib/images/judge'
import { refusalSteps } from '#lib/images/refusal-steps'

interface RefusalProps {
  own: OwnPage
  refusal: Why
  /** What is wrong in one sentence. */
  text: string
  limit: PictureLimit
  /** An earlier picture is in the slot. */
  kept: boolean
}

/** What became of a file that cannot be used: why, what was measured, what can be done. */
export function Refusal({ own, refusal, text, limit, kept }: RefusalProps) {
  const steps = refusalSteps(refusal)
  return (
    <div data-upload-result="refused">
      <OwnErrors own={own} errors={[{ href: '#file', text }]} />
      <p className="lead">这张照片没有保存。{kept ? '原来的照片还在，没有变。' : ''}</p>
      {steps.length > 0 && (
        <section className="sec">
          <h2>可以这样做</h2>
          <ul className="dots">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </section>
      )}
      {refusal.seen && (
        <section className="sec">
          <h2>这张照片的检查结果</h2>
          <RefusedChecks refused={refusal} limit={limit} />
        </section>
      )}
    </div>
  )
}
