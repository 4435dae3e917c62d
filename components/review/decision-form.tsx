import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

interface Held {
  readonly decision: string
  readonly codes: readonly string[]
  readonly reason: string
  readonly openAll: boolean
}

interface DecisionFormProps {
  action: (form: FormData) => Promise<void>
  version: number
  reasons: readonly { readonly code: string; readonly text: string }[]
  held: Held | undefined
}

/** Approve or return; comment boxes in the rows belong to this form by its id. */
export function DecisionForm({ action, version, reasons, held }: DecisionFormProps) {
  return (
    <Form
      name="decision"
      id="decision"
      action={action}
      label="审核决定"
      hidden={{ version: String(version) }}
      className="decide"
    >
      <fieldset>
        <legend className="label">审核决定</legend>
        <div className="choices">
          <label className="choice">
            <input
              type="radio"
              name="decision"
              value="approve"
              defaultChecked={held?.decision === 'approve'}
            />
            <span className="t">通过</span>
          </label>
          <label className="choice">
            <input type="radio" name="decision" value="return" defaultChecked={held?.decision === 'return'} />
            <span className="t">退回修改</span>
          </label>
        </div>
      </fieldset>
      <fieldset>
        <legend className="label">退回原因</legend>
        <div className="codes">
          {reasons.map(({ code, text }) => (
            <label key={code} className="choice">
              <input
                type="checkbox"
                name="reasonCodes"
                value={code}
                defaultChecked={held?.codes.includes(code)}
              />
              <span className="t">{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="full">
        <label className="label" htmlFor="reason">
          意见 <span className="opt">给申请人看；选“其他”的必填</span>
        </label>
        <textarea
          className="in"
          id="reason"
          name="reason"
          maxLength={1000}
          defaultValue={held?.reason ?? ''}
        />
        <label className="choice">
          <input type="checkbox" name="openAll" value="yes" defaultChecked={held?.openAll} />
          <span className="t">
            全部内容都可以修改
            <span className="d">不勾选的，只打开有批注的部分和相关联的部分。</span>
          </span>
        </label>
        <div className="acts">
          <Button intent={{ name: 'intent', value: 'next' }}>提交并打开下一件</Button>
          <Button intent={{ name: 'intent', value: 'queue' }} tone="second">
            提交并返回队列
          </Button>
        </div>
      </div>
    </Form>
  )
}
