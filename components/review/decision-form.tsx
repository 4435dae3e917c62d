import type { TypedDecision } from '#lib/review/decision'
import { FieldError } from '../fields/notes.tsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

/** The id by which comment boxes and picture buttons elsewhere on the page belong to the form. */
export const DECISION_FORM = 'decision-form'

interface DecisionFormProps {
  action: (form: FormData) => Promise<void>
  version: number
  reasons: readonly { readonly code: string; readonly title: string }[]
  /** The view it stands in, to which a refused decision comes back. */
  view: string
  /** What was typed before. */
  typed: TypedDecision | undefined
  /** By control name. */
  errors: Readonly<Record<string, string>>
}

const DECISIONS = [
  ['approve', '通过'],
  ['return', '退回修改'],
] as const

/** Approve or return; comment boxes in the rows belong to this form by its id. */
export function DecisionForm({ action, version, view, reasons, typed, errors }: DecisionFormProps) {
  const invalid = (name: string) =>
    errors[name] ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-error` } : {}
  const message = (name: string) => (errors[name] ? { message: errors[name] } : {})
  return (
    <Form
      name="decision"
      id={DECISION_FORM}
      action={action}
      label="审核决定"
      hidden={{ version: String(version), view }}
      className="decide"
    >
      <fieldset id="decision" className={errors.decision ? 'has-error' : undefined} {...invalid('decision')}>
        <legend className="label">审核决定</legend>
        <FieldError name="decision" {...message('decision')} />
        <div className="choices">
          {DECISIONS.map(([value, text]) => (
            <label key={value} className="choice">
              <input type="radio" name="decision" value={value} defaultChecked={typed?.decision === value} />
              <span className="t">{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <fieldset id="reasonCodes">
          <legend className="label">退回原因（可多选）</legend>
          <div className="codes choices">
            {reasons.map(({ code, title }) => (
              <label key={code} className="choice">
                <input
                  type="checkbox"
                  name="reasonCodes"
                  value={code}
                  defaultChecked={typed?.codes.includes(code)}
                />
                <span className="t">{title}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className={errors.reason ? 'field sub has-error' : 'field sub'}>
          <label className="label" htmlFor="reason">
            总的说明 <span className="opt">给申请人看；选“其他”的必填</span>
          </label>
          <FieldError name="reason" {...message('reason')} />
          <textarea
            className="in"
            id="reason"
            name="reason"
            defaultValue={typed?.reason ?? ''}
            {...invalid('reason')}
          />
        </div>
        <label className="choice">
          <input type="checkbox" name="openAll" value="yes" defaultChecked={typed?.openAll} />
          <span className="t">
            全部内容都可以修改
            <span className="d">不勾选的，只打开有批注的部分和相关联的部分；没有批注的，全部打开。</span>
          </span>
        </label>
      </div>
      <div className="full acts">
        <Button intent={{ name: 'intent', value: 'next' }}>提交决定，打开下一件</Button>
        <Button intent={{ name: 'intent', value: 'queue' }} tone="second">
          提交决定，返回队列
        </Button>
      </div>
    </Form>
  )
}
