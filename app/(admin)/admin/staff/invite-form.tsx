import type { ReactNode } from 'react'
import { FieldError } from '#components/fields/notes'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import type { Office } from '#db/queries/offices'
import { inviteAction } from './actions.ts'
import type { HeldInvitation } from './held-invitation.ts'
import { ROLES } from './invitation.ts'

const LEVELS = [
  ['province', '省级'],
  ['city', '市级'],
  ['county', '县级'],
] as const

/** Invites by ID number: the person proves it by signing in (contract section 2). */
export function InviteForm({
  offices,
  held,
}: {
  offices: readonly Office[]
  held: HeldInvitation | undefined
}) {
  const value = (name: string) => held?.values[name] ?? ''
  const error = (name: string) => held?.errors.find((e) => e.name === name)?.text
  const state = (name: string) => ({
    id: name,
    name,
    className: 'in',
    defaultValue: value(name),
    ...(error(name) ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-error` } : {}),
  })
  const field = (name: string, label: string, control: ReactNode) => (
    <div className={error(name) ? 'has-error' : undefined}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <FieldError name={name} message={error(name)} />
      {control}
    </div>
  )
  return (
    <Form name="invite" action={inviteAction} label="邀请工作人员" className="filters row">
      {field('name', '姓名', <input {...state('name')} type="text" autoComplete="off" />)}
      {field('idNumber', '身份证号码', <input {...state('idNumber')} type="text" autoComplete="off" />)}
      {field(
        'role',
        '角色',
        <select {...state('role')}>
          <option value="">请选择</option>
          {Object.entries(ROLES).map(([role, word]) => (
            <option key={role} value={role}>
              {word}
            </option>
          ))}
        </select>,
      )}
      {field(
        'officeId',
        '单位',
        <select {...state('officeId')}>
          <option value="">请选择</option>
          {LEVELS.map(([level, word]) => (
            <optgroup key={level} label={word}>
              {offices
                .filter((office) => office.level === level)
                .map((office) => (
                  <option key={office.id} value={office.id}>
                    {office.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>,
      )}
      <div className="go">
        <Button>邀请</Button>
      </div>
    </Form>
  )
}
