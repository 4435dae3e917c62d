import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { OfficeForm } from '#components/admin/office-form'
import { ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { findOffice } from '#db/queries/offices'
import { countHoldings } from '#db/queries/offices-edit'
import { store } from '#db/store'
import { formatShanghaiYear } from '#lib/clock'
import { requireAdmin } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { editOfficeAction } from '../actions.ts'

type Props = { params: Promise<{ officeId: string }>; searchParams: Promise<Params> }

const DONE: Readonly<Record<string, string>> = {
  saved: '已保存，各处立即使用新的内容。',
  opened: '已设立。申请人现在可以选它，工作人员请另行邀请。',
  closed: '已关闭。',
}

async function open({ params, searchParams }: Props) {
  const { officeId } = await params
  const path = paths.adminOffice(officeId)
  const session = await requireAdmin(path)
  const { read } = await store()
  const office = await findOffice(read, officeId)
  if (!office) notFound()
  const query = await searchParams
  return { session, read, office, query, refused: await refusedForm(session, path, one(query, 'held')) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { office, refused } = await open(props)
  return { title: titled(office.name, refused) }
}

/** One office: what the directory says of it, and the way to close it. */
export default async function OfficePage(props: Props) {
  const { session, read, office, query, refused } = await open(props)
  const { closedAt, successorId } = office
  const successor = successorId ? await findOffice(read, successorId) : undefined
  const has = closedAt ? await countHoldings(read, office.id) : {}
  const left = (has.submitted ?? 0) + (has.returned ?? 0) + (has.approved ?? 0)
  const { name, phone, address, hours, fastLane } = office
  const stored = { name, phone, address, hours, fastLane: fastLane ? 'yes' : '' }
  return (
    <AdminPage
      session={session}
      current={paths.adminOffices}
      back={{ href: withQuery(paths.adminOffices, { city: office.cityCode }), text: '返回单位' }}
      done={DONE[one(query, 'done') ?? '']}
      refused={refused}
    >
      <h1>{office.name}</h1>
      <p className="hint">编号 {office.id}</p>
      {closedAt ? (
        <Banner tone="info" title={`${formatShanghaiYear(closedAt)} 关闭，由${successor?.name}接替`}>
          <p data-left={left}>
            {left > 0 ? `还有 ${left} 件申请和记录正在移交，会自动完成。` : '申请和记录已全部移交。'}
            草稿在申请人下一次保存时移交。原来的工作人员请在“工作人员”里另行邀请到接替单位。
          </p>
        </Banner>
      ) : (
        <>
          <OfficeForm
            name="edit-office"
            action={editOfficeAction.bind(null, office.id)}
            typed={refused ?? { values: stored, errors: [] }}
            lane={office.level === 'county'}
            button="保存"
          />
          {office.level === 'county' && (
            <section className="sec" aria-labelledby="close">
              <h2 id="close">关闭</h2>
              <p className="measure">机构撤并时关闭这个单位，它的申请和记录移交给接替的单位。</p>
              <div className="acts">
                <ButtonLink tone="second" href={paths.adminCloseOffice(office.id)}>
                  关闭这个单位
                </ButtonLink>
              </div>
            </section>
          )}
        </>
      )}
    </AdminPage>
  )
}
