import type { Metadata } from 'next'
import { Button } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Tag } from '#components/layout/tag'
import { listOffices } from '#db/queries/offices'
import { listStaff } from '#db/queries/staff'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { formatShanghaiDesk } from '#lib/clock'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { disableAction } from './actions.ts'
import { heldInvitation } from './held-invitation.ts'
import { ROLES } from './invitation.ts'
import { InviteForm } from './invite-form.tsx'

type Props = { searchParams: Promise<Params> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const session = await requireAdmin(paths.adminStaff)
  const held = await heldInvitation(session.person.id, one(await searchParams, 'held'))
  return { title: `${held ? '错误：' : ''}工作人员` }
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
  const held = await heldInvitation(session.person.id, one(params, 'held'))
  const { read } = await store()
  const all = await listOffices(read)
  const offices = new Map(all.map((o) => [o.id, o.name]))
  const people = await listStaff(read)
  return (
    <DeskPage session={session} current={paths.adminStaff}>
      {done && <Banner tone="ok" mark="saved" title={done} />}
      {held && <ErrorSummary errors={held.errors.map((e) => ({ href: `#${e.name}`, text: e.text }))} />}
      <h1>工作人员</h1>
      <p className="measure">按证件号码邀请；本人第一次登录后生效。角色或单位变动，下一次请求起生效。</p>
      <InviteForm offices={all} held={held} />
      <div className="tablewrap">
        <table className="grid">
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
                <td>{ROLES[person.role]}</td>
                <td>{offices.get(person.officeId) ?? person.officeId}</td>
                <td className="nw">{formatShanghaiDesk(person.invitedAt)}</td>
                <td>
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
    </DeskPage>
  )
}
