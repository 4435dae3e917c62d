import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { Details } from '../layout/details.tsx'

interface ForwardFormProps {
  action: (form: FormData) => Promise<void>
  version: number
  offices: readonly { readonly id: string; readonly name: string }[]
}

/** Moves an application that belongs to another county (D16). */
export function ForwardForm({ action, version, offices }: ForwardFormProps) {
  return (
    <section className="panel">
      <Details summary="采集地不是本县的，移交">
        <Form
          name="forward"
          action={action}
          label="移交"
          hidden={{ version: String(version) }}
          className="filters row"
        >
          <div>
            <label className="label" htmlFor="officeId">
              移交给
            </label>
            <select className="in" id="officeId" name="officeId" defaultValue="">
              <option value="">请选择</option>
              {offices.map((office) => (
                <option key={office.id} value={office.id}>
                  {office.name}
                </option>
              ))}
            </select>
          </div>
          <div className="wide2">
            <label className="label" htmlFor="note">
              移交原因
            </label>
            <input className="in" id="note" name="note" maxLength={200} />
          </div>
          <div className="go">
            <Button tone="second">移交</Button>
          </div>
        </Form>
      </Details>
    </section>
  )
}
