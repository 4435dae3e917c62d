import type { Metadata } from 'next'
import { Tag } from '#components/layout/tag'
import { listOffices } from '#db/queries/offices'
import { listStaff } from '#db/queries/staff'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { formatShanghaiDesk } from '#lib/clock'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'

export const metadata: Metadata = { title: '工作人员' }

const ROLES = { reviewer: '审核员', oversight: '监督', administrator: '省级管理员' } as const

/** Who works where, and in which role. */
export default async function StaffPage() {
  const session = await requireAdmin(paths.adminStaff)
  const { read } = await store()
  const offices = new Map((await listOffices(read)).map((o) => [o.id, o.name]))
  const people = await listStaff(read)
  return (
    <DeskPage session={session} current={paths.adminStaff}>
      <h1>工作人员</h1>
      <p className="measure">按证件号码邀请；本人第一次登录后生效。角色或单位变动，下一次请求起生效。</p>
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
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </DeskPage>
  )
}
