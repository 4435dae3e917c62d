import type { Metadata } from 'next'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Tag } from '#components/layout/tag'
import { listOffices } from '#db/queries/offices'
import { listStaff } from '#db/queries/staff'
import { store } from '#db/store'
import { formatShanghaiDesk } from '#lib/clock'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { disableAction } from './actions.ts'
import { ROLES } from './invitation.ts'
import { InviteForm } from './invite-form.tsx'

type Props = { searchParams: Promise<Params> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const session = await requireAdmin(paths.adminStaff)
  const held = await refusedForm(session, paths.adminStaff, one(await searchParams, 'held'))
  return { title: titled('工作人员', held) }
}

const DONE: Readonly<Record<string, string>> = {
  invited: '已邀请。本人下一次登录起可以使用。',
  disabled: '已停用，立即生效。',
}

/** Who works where, and in which role. */
export default async function StaffPage({ searchParams }: Props) {
  const session = await requireAdmin(paths.adminStaff)
  const params = await searchParams
  const done = DONE[one(params, 'done') ?? '']
  const held = await refusedForm(session, paths.adminStaff, one(params, 'held'))
  const { read } = await store()
  const all = await listOffices(read)
  const offices = new Map(all.map((o) => [o.id, o.name]))
  const people = await listStaff(read)
  return (
    <AdminPage session={session} current={paths.adminStaff} done={done} refused={held}>
      <h1>工作人员</h1>
      <p className="measure">按证件号码邀请；本人第一次登录后生效。角色或单位变动，下一次请求起生效。</p>
      <InviteForm offices={all.filter((office) => office.closedAt === null)} held={held} />
      <div className="tablewrap">
        <table className="grid cards">
          <caption className="vh">工作人员</caption>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">角色</th>
              <th scope="col">单位</th>
              <th scope="col">邀请时间</th>
              <th scope="col">状态</th>
              <th scope="col">
                <span className="vh">办理</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td className="full">{ROLES[person.role]}</td>
                <td className="full">{offices.get(person.officeId) ?? person.officeId}</td>
                <td className="nw" data-l="邀请">
                  {formatShanghaiDesk(person.invitedAt)}
                </td>
                <td className="st">
                  {person.disabledAt ? (
                    <Tag>已停用</Tag>
                  ) : person.personId ? (
                    <Tag tone="ok">在用</Tag>
                  ) : (
                    <Tag tone="info">待首次登录</Tag>
                  )}
                </td>
                <td>
                  {person.disabledAt || person.personId === session.person.id ? null : (
                    <Form
                      name="disable"
                      action={disableAction}
                      label={`停用${person.name}`}
                      hidden={{ staffId: person.id }}
                    >
                      <Button tone="plain">
                        停用<span className="vh">{person.name}</span>
                      </Button>
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </AdminPage>
  )
}
