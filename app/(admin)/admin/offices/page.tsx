import type { Metadata } from 'next'
import { AdminPage } from '#admin/admin-page.tsx'
import { TypedField } from '#components/admin/typed-field'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Tag } from '#components/layout/tag'
import { listOffices } from '#db/queries/offices'
import { store } from '#db/store'
import { CITIES } from '#lib/collection/codes/divisions'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'

export const metadata: Metadata = { title: '单位' }

const PROVINCE = '410000'
const AREAS = [
  { value: PROVINCE, label: '省级' },
  ...CITIES.map(({ code, name }) => ({ value: code, label: name })),
]

/** The offices of one city at a time, closed ones at the end. */
export default async function OfficesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const session = await requireAdmin(paths.adminOffices)
  const asked = one(await searchParams, 'city')
  const city = AREAS.some((area) => area.value === asked) ? (asked ?? '') : (CITIES[0]?.code ?? '')
  const { read } = await store()
  const all = await listOffices(read)
  const names = new Map(all.map((office) => [office.id, office.name]))
  const shown = all
    .filter((office) => office.cityCode === city)
    .sort((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null))
  return (
    <AdminPage session={session} current={paths.adminOffices}>
      <h1>单位</h1>
      <Form
        name="offices"
        method="get"
        action={paths.adminOffices}
        label="选择省辖市"
        className="filters row"
      >
        <TypedField
          name="city"
          label="省辖市"
          typed={{ values: { city }, errors: [] }}
          groups={[{ choices: AREAS }]}
          className="pick"
        />
        <div className="go">
          <Button>查看</Button>
          <ButtonLink tone="second" href={paths.adminNewOffice}>
            新设单位
          </ButtonLink>
        </div>
      </Form>
      <div className="tablewrap">
        <table className="grid cards">
          <caption className="vh">单位</caption>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">电话</th>
              <th scope="col">地址</th>
              <th scope="col">办公时间</th>
              <th scope="col">快速审核</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((office) => (
              <tr key={office.id} data-office={office.id}>
                <th scope="row">
                  <a href={paths.adminOffice(office.id)}>{office.name}</a>
                </th>
                <td className="nw full" data-l="电话">
                  {office.phone}
                </td>
                <td className="full" data-l="地址">
                  {office.address}
                </td>
                <td className="full" data-l="办公时间">
                  {office.hours}
                </td>
                <td data-l="快速审核">
                  {office.level !== 'county' ? '—' : office.fastLane ? '允许' : '不允许'}
                </td>
                <td className="st">
                  {office.closedAt ? (
                    <>
                      <Tag>已关闭</Tag>
                      <span className="sub2">由{names.get(office.successorId ?? '')}接替</span>
                    </>
                  ) : (
                    <Tag tone="ok">在用</Tag>
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
