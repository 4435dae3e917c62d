import { REVEAL_REASONS } from '#lib/review/reveal'
import { type Typed, TypedField } from '../admin/typed-field.tsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

interface RevealFormProps {
  action: (form: FormData) => Promise<void>
  /** What was posted before, and what was wrong with it. */
  typed: Typed
}

const CHOICES = [
  { value: '', label: '请选择' },
  ...Object.entries(REVEAL_REASONS).map(([value, label]) => ({ value, label })),
]

/** Shows ID number and mobile in full without a claim: for a reason, for some minutes, on record. */
export function RevealForm({ action, typed }: RevealFormProps) {
  const wrong = typed.errors.some(({ name }) => name === 'revealReason')
  return (
    <details open={wrong}>
      <summary>
        <span>查看完整号码</span>
      </summary>
      <Form name="reveal" action={action} label="查看完整号码" className="filters row">
        <TypedField name="revealReason" label="原因" groups={[{ choices: CHOICES }]} typed={typed} />
        <div className="go">
          <Button tone="second">查看</Button>
        </div>
      </Form>
      <p className="muted">显示 5 分钟，写入审计日志，申请人本人也能看到。</p>
    </details>
  )
}
