import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { closeOfficeAction } from '#admin/admin/offices/actions.ts'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { OfficeField } from '#components/admin/office-field'
import { BLANK } from '#components/admin/typed-field'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { findOpenCounty, listOpenOffices } from '#db/queries/offices'
import { countHoldings } from '#db/queries/offices-edit'
import { store } from '#db/store'
import { requireAdmin } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'

type Props = { params: Promise<{ officeId: string }>; searchParams: Promise<Params> }

async function open({ params, searchParams }: Props) {
  const { officeId } = await params
  const path = paths.adminCloseOffice(officeId)
  const session = await requireAdmin(path)
  const { read } = await store()
  const office = await findOpenCounty(read, officeId)
  if (!office) notFound()
  return { session, read, office, refused: await refusedForm(session, path, one(await searchParams, 'held')) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { office, refused } = await open(props)
  return { title: titled(`关闭${office.name}`, refused) }
}

/** Asks once more, and who takes over, before an office is closed for good. */
export default async function CloseOfficePage(props: Props) {
  const { session, read, office, refused } = await open(props)
  const has = await countHoldings(read, office.id)
  const others = (await listOpenOffices(read)).filter((o) => o.level === 'county' && o.id !== office.id)
  return (
    <AdminPage
      session={session}
      current={paths.adminOffices}
      back={{ href: paths.adminOffice(office.id), text: `返回${office.name}` }}
      refused={refused}
    >
      <h1>关闭{office.name}</h1>
      <ul className="dots measure">
        <li>
          待审核 {has.submitted ?? 0} 件、被退回 {has.returned ?? 0} 件、已通过 {has.approved ?? 0}{' '}
          件立即开始移交，审核时限接着算；待审核和被退回的会收到通知。
        </li>
        <li>草稿 {has.draft ?? 0} 份，在申请人下一次保存或提交时移交。</li>
        <li>关闭后不能恢复；需要时可以在同一个县（区、市）新设单位。</li>
      </ul>
      <Form name="close-office" action={closeOfficeAction.bind(null, office.id)} className="sheetform">
        <OfficeField
          name="successorId"
          label="接替的单位"
          typed={refused ?? BLANK}
          offices={others}
          first={office.cityCode}
        />
        <div className="acts">
          <Button tone="danger">关闭并移交</Button>
          <ButtonLink tone="second" href={paths.adminOffice(office.id)}>
            不关闭
          </ButtonLink>
        </div>
      </Form>
    </AdminPage>
  )
}
