import type { Metadata } from 'next'
import { ContactSheet, type SheetFile } from '#components/review/contact-sheet'
import { type CleanFile, cleanSheet, fastOffices } from '#db/queries/fast-lane'
import { findOffice } from '#db/queries/offices'
import { findPeople, type Person } from '#db/queries/people'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { formatShanghaiDesk, now } from '#lib/clock'
import { picturesIn } from '#lib/collection/present'
import { requireReviewer } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { provenBy } from '#lib/review/evidence'
import { one, type Params, packCursor, unpackCursor } from '#lib/review/filter'
import { approveManyAction } from './actions.ts'
import { Told } from './told.tsx'

export const metadata: Metadata = { title: '快速通道' }

/** Typed values beside a picture: enough to see that they belong together. */
const MOST_SAID = 5

function toSheetFile({ row, submission }: CleanFile, person: Person | undefined): SheetFile {
  const pictures = submission.snapshot.rows.flatMap((group) =>
    picturesIn([group]).map(({ key, label, picture }) => {
      const line = group.rows.find((one) => one.key === key)
      const proven = line ? provenBy(group, line) : []
      const says = proven.slice(0, MOST_SAID).map(({ text }) => text)
      return { key, label, picture, says: says.join('，') }
    }),
  )
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    tail: person?.idNumber.slice(-4) ?? '',
    unit: row.unitName,
    submitted: formatShanghaiDesk(row.submittedAt),
    pictures,
  }
}

/** Applications at which every machine check is green, as a contact sheet; off unless the office may. */
export default async function FastLanePage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const session = await requireReviewer(paths.fastLane)
  const { read } = await store()
  const at = now()
  const open = await fastOffices(read, session.officeIds)
  const cursor = unpackCursor(one(params, 'after'))
  const by = { reviewer: session.person.id, now: at }
  const sheet = await cleanSheet(read, open, by, cursor && { at: cursor.at, id: cursor.id })
  const ids = sheet.files.map(({ row }) => row.personId)
  const people = await findPeople(read, ids)
  const files = sheet.files.map((file) => toSheetFile(file, people.get(file.row.personId)))
  const office = await findOffice(read, session.officeIds[0] ?? '')
  const after = cursor && one(params, 'after')
  const all = one(params, 'all') === '1'
  return (
    <DeskPage
      session={session}
      office={office?.name}
      current={paths.queue}
      back={{ href: paths.queue, text: '返回队列' }}
    >
      <Told session={session} params={params} at={at} />
      <div className="desk-head">
        <h1>快速通道</h1>
        {open.length > 0 && (
          <p className="muted">首次提交、系统核验全部相符的申请，最早的在前。每天随机留一成逐件审核。</p>
        )}
      </div>
      {open.length === 0 ? (
        <p className="panel panel-b">本单位没有开通快速通道。需要时请联系省财政厅开通。</p>
      ) : files.length === 0 ? (
        <p className="panel panel-b">
          {cursor ? '这一页没有可以快速通过的申请。' : '现在没有可以快速通过的申请。'}
        </p>
      ) : (
        <ContactSheet
          files={files}
          action={approveManyAction}
          href={paths.application}
          documentHref={paths.document}
          all={all}
          allHref={withQuery(paths.fastLane, { after, all: all ? undefined : '1' })}
        />
      )}
      {sheet.heldBack.length > 0 && (
        <section className="panel sec" data-held-back={sheet.heldBack.length}>
          <div className="panel-h">
            <h2>今天抽到逐件审核的</h2>
            <span className="muted">{sheet.heldBack.length} 件</span>
          </div>
          <p className="panel-b links">
            {sheet.heldBack.map((row) => (
              <a key={row.id} href={paths.application(row.id)}>
                {row.name}
              </a>
            ))}
          </p>
        </section>
      )}
      {(cursor || sheet.next) && (
        <nav className="pager panel sec" aria-label="翻页">
          <span className="muted">本页 {files.length} 件</span>
          <span className="links">
            {cursor && <a href={paths.fastLane}>第一页</a>}
            {sheet.next && (
              <a href={withQuery(paths.fastLane, { after: packCursor({ ...sheet.next, back: false }) })}>
                下一页
              </a>
            )}
          </span>
        </nav>
      )}
    </DeskPage>
  )
}
