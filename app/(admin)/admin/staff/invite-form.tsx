import { BLANK, type Typed, TypedField } from '#components/admin/typed-field'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import type { Office } from '#db/queries/offices'
import { inviteAction } from './actions.ts'
import { ROLES } from './invitation.ts'

const LEVELS = [
  ['province', '省级'],
  ['city', '市级'],
  ['county', '县级'],
] as const

/** Invites by ID number: the person proves it by signing in (contract section 2). */
export function InviteForm({ offices, held }: { offices: readonly Office[]; held: Typed | undefined }) {
  const typed = held ?? BLANK
  const none = { choices: [{ value: '', label: '请选择' }] }
  const roles = Object.entries(ROLES).map(([value, label]) => ({ value, label }))
  return (
    <Form name="invite" action={inviteAction} label="邀请工作人员" className="filters row">
      <TypedField name="name" label="姓名" typed={typed} />
      <TypedField name="idNumber" label="身份证号码" typed={typed} />
      <TypedField name="role" label="角色" typed={typed} groups={[none, { choices: roles }]} />
      <TypedField
        name="officeId"
        label="单位"
        typed={typed}
        groups={[
          none,
          ...LEVELS.map(([level, title]) => ({
            title,
            choices: offices
              .filter((office) => office.level === level)
              .map(({ id, name }) => ({ value: id, label: name })),
          })),
        ]}
      />
      <div className="go">
        <Button>邀请</Button>
      </div>
    </Form>
  )
}
