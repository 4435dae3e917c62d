import { FieldError } from '../fields/notes.tsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

interface OfficeOption {
  readonly id: string
  readonly name: string
}

interface ForwardFormProps {
  action: (form: FormData) => Promise<void>
  version: number
  /** County offices by city. */
  groups: readonly { readonly label: string; readonly options: readonly OfficeOption[] }[]
  officeId: string
  note: string
  /** By control name. */
  errors: Readonly<Record<string, string>>
}

/** Moves an application that belongs to another county (D16). */
export function ForwardForm({ action, version, groups, officeId, note, errors }: ForwardFormProps) {
  const state = (name: string) =>
    errors[name] ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-error` } : {}
  const message = (name: string) => (errors[name] ? { message: errors[name] } : {})
  const wrong = (name: string) => (errors[name] ? 'has-error' : undefined)
  return (
    <section className="panel panel-b sec">
      <details id="forward" open={officeId !== '' || note !== '' || Object.keys(errors).length > 0}>
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
          <div className={wrong('officeId')}>
            <label className="label" htmlFor="officeId">
              移交给
            </label>
            <FieldError name="officeId" {...message('officeId')} />
            <select
              className="in"
              id="officeId"
              name="officeId"
              defaultValue={officeId}
              {...state('officeId')}
            >
              <option value="">请选择</option>
              {groups.map(({ label, options }) => (
                <optgroup key={label} label={label}>
                  {options.map((office) => (
                    <option key={office.id} value={office.id}>
                      {office.name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
          <div className={wrong('note') ? 'wide2 has-error' : 'wide2'}>
            <label className="label" htmlFor="note">
              移交原因（给接收单位看）
            </label>
            <FieldError name="note" {...message('note')} />
            <textarea className="in" id="note" name="note" rows={2} defaultValue={note} {...state('note')} />
          </div>
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
