import { OfficeField, type OfficeFieldProps } from '../admin/office-field.tsx'
import { type Typed, TypedField } from '../admin/typed-field.tsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

interface ForwardFormProps {
  action: (form: FormData) => Promise<void>
  version: number
  offices: OfficeFieldProps['offices']
  /** What was posted before, and what was wrong with it. */
  typed: Typed
}

/** Moves an application that belongs to another county (D16). */
export function ForwardForm({ action, version, offices, typed }: ForwardFormProps) {
  const { officeId, note } = typed.values
  return (
    <section className="panel panel-b sec">
      <details id="forward" open={Boolean(officeId || note) || typed.errors.length > 0}>
        <summary>
          <span>属地不对，移交</span>
        </summary>
        <Form
          name="forward"
          action={action}
          label="移交"
          hidden={{ version: String(version) }}
          className="filters row"
        >
          <OfficeField name="officeId" label="移交给" offices={offices} typed={typed} />
          <TypedField name="note" className="wide2" label="移交原因（给接收单位看）" rows={2} typed={typed} />
          <div className="go">
            <Button tone="second">移交</Button>
          </div>
        </Form>
        <p className="muted">
          移交后由接收的财政部门审核，申请人会收到通知，不用重新填写。等待时间连续计算。
        </p>
      </details>
    </section>
  )
}
