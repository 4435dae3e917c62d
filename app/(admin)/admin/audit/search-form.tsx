import { OfficeField } from '#components/admin/office-field'
import { type Typed, TypedField } from '#components/admin/typed-field'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import type { Office } from '#db/queries/offices'
import type { StaffRow } from '#db/queries/staff'
import { VERB_GROUPS } from '#lib/audit'
import { paths } from '#lib/paths'
import { searchAction } from './actions.ts'

/** Everybody who was ever bound to a post, once, whatever has become of it. */
function actors(staff: readonly StaffRow[], names: ReadonlyMap<string, string>) {
  const people = new Map(
    staff.flatMap(({ personId, name, officeId }) =>
      personId ? [[personId, `${name}（${names.get(officeId) ?? officeId}）`] as const] : [],
    ),
  )
  return [
    {
      choices: [
        { value: '', label: '不限' },
        { value: 'system', label: '系统' },
      ],
    },
    { title: '工作人员', choices: [...people].map(([value, label]) => ({ value, label })) },
  ]
}

const verbs = [
  { choices: [{ value: '', label: '不限' }] },
  ...Object.entries(VERB_GROUPS).map(([title, words]) => ({
    title,
    choices: Object.entries(words).map(([value, label]) => ({ value, label })),
  })),
]

/** What may be asked of the record. */
export function SearchForm(props: {
  typed: Typed
  offices: readonly Office[]
  staff: readonly StaffRow[]
  searched: boolean
}) {
  const { typed, offices, staff, searched } = props
  const names = new Map(offices.map((office) => [office.id, office.name]))
  return (
    <Form name="audit" action={searchAction} label="查询审计记录" className="filters row">
      <TypedField name="idNumber" label="涉及的人：证件号码" typed={typed} className="wide2" />
      <TypedField name="actorId" label="操作人" typed={typed} groups={actors(staff, names)} />
      <OfficeField name="officeId" label="单位" typed={typed} offices={offices} none="不限" />
      <TypedField name="verb" label="操作" typed={typed} groups={verbs} />
      <TypedField name="from" label="从" typed={typed} className="day" placeholder="2026-07-01" />
      <TypedField name="to" label="到" typed={typed} className="day" placeholder="2026-07-01" />
      <div className="go">
        <Button>查询</Button>
        {searched && (
          <ButtonLink tone="plain" href={paths.adminAudit}>
            清除
          </ButtonLink>
        )}
      </div>
    </Form>
  )
}
