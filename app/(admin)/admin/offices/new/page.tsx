import type { Metadata } from 'next'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { OfficeForm } from '#components/admin/office-form'
import { TypedField } from '#components/admin/typed-field'
import { divisionGroups } from '#lib/collection/codes/divisions'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { openOfficeAction } from '../actions.ts'

type Props = { searchParams: Promise<Params> }

async function open({ searchParams }: Props) {
  const session = await requireAdmin(paths.adminNewOffice)
  const refused = await refusedForm(session, paths.adminNewOffice, one(await searchParams, 'held'))
  return { session, refused }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titled('新设单位', (await open(props)).refused) }
}

const BLANK = { values: { hours: '工作日 9:00–12:00，13:30–17:30' }, errors: [] }

/** A further review office of a county, for a development zone for instance (D3). */
export default async function NewOfficePage(props: Props) {
  const { session, refused } = await open(props)
  const typed = refused ?? BLANK
  const counties = divisionGroups().map(({ label, options }) => ({ title: label, choices: options }))
  return (
    <AdminPage
      session={session}
      current={paths.adminOffices}
      back={{ href: paths.adminOffices, text: '返回单位' }}
      refused={refused}
    >
      <h1>新设单位</h1>
      <p className="measure">
        一个县（区、市）有两个以上单位时，申请人在选采集地的同时选单位。开发区没有行政区划代码，设在所在的县（区、市）下。
      </p>
      <OfficeForm name="open-office" action={openOfficeAction} typed={typed} lane button="设立">
        <TypedField
          name="divisionCode"
          label="所在县（区、市）"
          typed={typed}
          groups={[{ choices: [{ value: '', label: '请选择' }] }, ...counties]}
          className="full"
        />
      </OfficeForm>
    </AdminPage>
  )
}
