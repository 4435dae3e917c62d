import type { Metadata } from 'next'
import { AdminPage } from '#admin/admin-page.tsx'
import { refusedForm, titled } from '#admin/refused.ts'
import { BLANK } from '#components/admin/typed-field'
import { Banner } from '#components/layout/banner'
import { findNewestHead } from '#db/audit/heads'
import { searchEvents } from '#db/queries/audit-search'
import { listOffices } from '#db/queries/offices'
import { listStaff } from '#db/queries/staff'
import { store } from '#db/store'
import { requireAdmin } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { askedOfHeld, packCursor, SEARCHED, unpackCursor } from './asked.ts'
import { Head } from './head.tsx'
import { Results } from './results.tsx'
import { SearchForm } from './search-form.tsx'

type Props = { searchParams: Promise<Params> }

async function open({ searchParams }: Props) {
  const session = await requireAdmin(paths.adminAudit)
  const params = await searchParams
  const id = one(params, 'search')
  return {
    session,
    params,
    id,
    refused: await refusedForm(session, paths.adminAudit, one(params, 'held')),
    searched: await refusedForm(session, SEARCHED, id),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titled('审计', (await open(props)).refused) }
}

/** The record of what was done, by whom, to whom; a search of it is part of it. */
export default async function AuditPage(props: Props) {
  const { session, params, id, refused, searched } = await open(props)
  const { read } = await store()
  const offices = await listOffices(read)
  const typed = refused ?? searched ?? BLANK
  const asked = searched && (await askedOfHeld(read, searched.pairs))
  const after = unpackCursor(one(params, 'after'))
  const found = asked && !asked.unknownPerson ? await searchEvents(read, asked.search, after) : undefined
  const head = await findNewestHead(read)
  const href = (next?: string) => withQuery(paths.adminAudit, { search: id, after: next })
  return (
    <AdminPage session={session} current={paths.adminAudit} refused={refused}>
      <h1>审计</h1>
      <p className="measure">谁在什么时候做了什么。每次查询本身也记录在内。查询结果保留半小时。</p>
      <SearchForm
        typed={typed}
        offices={offices}
        staff={await listStaff(read)}
        searched={searched !== undefined}
      />
      {id && !searched && (
        <Banner tone="info" title="这次查询已过半小时">
          <p>请重新填写条件再查。</p>
        </Banner>
      )}
      {asked?.unknownPerson && (
        <Banner tone="info" title="没有找到这个证件号码的人">
          <p>请检查号码。这次查询已经记录。</p>
        </Banner>
      )}
      {found?.rows.length === 0 && (
        <Banner tone="info" title="没有符合条件的记录">
          <p>请放宽条件再查。这次查询已经记录。</p>
        </Banner>
      )}
      {found && found.rows.length > 0 && (
        <Results
          db={read}
          rows={found.rows}
          offices={offices}
          first={after ? href() : undefined}
          nextHref={found.next && href(packCursor(found.next))}
        />
      )}
      {head && <Head head={head} />}
    </AdminPage>
  )
}
