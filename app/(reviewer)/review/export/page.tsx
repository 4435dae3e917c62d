import type { Metadata } from 'next'
import { refusedForm } from '#admin/refused.ts'
import { BLANK } from '#components/admin/typed-field'
import { ErrorSummary } from '#components/form/error-summary'
import { ExportForm } from '#components/review/export-form'
import { countSelection } from '#db/queries/export'
import { findOffice, listOffices } from '#db/queries/offices'
import { MOST_COUNTED } from '#db/queries/queue-figures'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { now } from '#lib/clock'
import { CODES, MOST_EXPORTED } from '#lib/export/request'
import { EXPORT_TABLES } from '#lib/export/tables'
import { requireStaff, requireStatistics } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { one, type Params, packPlace, placeParams } from '#lib/review/filter'
import { countText } from '#lib/statistics/words'
import { filterWords } from './filter-words.ts'
import { handedOn, mayHaveWhole, selectionOf } from './selection.ts'

type Search = Promise<Params>

/** The title says that something is wrong, as every page's does (contract section 4). */
export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  return { title: one(await searchParams, 'held') ? '错误：导出' : '导出' }
}

const TABLES = [
  ...EXPORT_TABLES.map(({ id, title, holds }) => ({ id, name: `${title}（${holds}）` })),
  { id: CODES, name: '代码说明（各栏代码与国家标准）' },
]

/** Chooses what of the queue's present view becomes a file. */
export default async function ExportPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams
  const session = await requireStatistics(paths.export)
  const isStaff = session.roles.some((post) => post.role !== 'administrator')
  const { read } = await store()
  const office = await findOffice(read, session.roles[0]?.officeId ?? '')
  return (
    <DeskPage session={session} office={office?.name} current={paths.export}>
      <h1>导出</h1>
      {isStaff ? <StaffExport params={params} /> : <NothingPersonal />}
    </DeskPage>
  )
}

/** An administrator keeps the settings and has no personal files. */
function NothingPersonal() {
  return (
    <p className="measure">
      管理员不接触个人材料，这里没有可以导出的申请。各财政部门的数字可以在<a href={paths.stats}>统计</a>
      里导出。
    </p>
  )
}

async function StaffExport({ params }: { params: Params }) {
  const at = now()
  const by = await requireStaff(paths.export)
  const { read } = await store()
  const asked = await handedOn(by.person.id, one(params, 'f'), at)
  const selection = selectionOf(asked, { reviewer: by.person.id, officeIds: by.officeIds }, '', at)
  const count = await countSelection(read, selection, MOST_COUNTED + 1)
  const mine = new Set(by.officeIds)
  const offices = (await listOffices(read)).filter(({ id, level }) => mine.has(id) && level === 'county')
  const refused = await refusedForm(by, paths.export, one(params, 'held'))
  const place = packPlace(asked.place) || undefined
  const mayFull = mayHaveWhole(by)
  return (
    <>
      <ErrorSummary errors={(refused?.errors ?? []).map(({ name, text }) => ({ href: `#${name}`, text }))} />
      <p className="measure">
        范围：{asked.personIds ? '按号码查到的申请' : filterWords(asked.place.filter)}，
        <b>{count > MOST_COUNTED ? `${MOST_COUNTED} 件以上` : `${count} 件`}</b>。{' '}
        <a href={withQuery(paths.queue, placeParams(asked.place))}>回到队列改筛选</a>
      </p>
      <ExportForm
        action={paths.exportFile}
        f={place}
        tables={TABLES}
        offices={offices}
        mayFull={mayFull}
        typed={refused ?? BLANK}
      />
      <ul className="dots sec">
        <li>每次导出都记入审计日志：谁、何时、什么范围、多少件、什么用途。导出完整号码的，本人也能查到。</li>
        <li>{mayFull ? '完整号码只含本机关的申请。' : '完整号码只供审核人员导出本机关的申请。'}</li>
        <li>用表格软件看，请选 XLSX，18 位号码不会变样；CSV 用于导入其他系统。</li>
        <li>民族、学历、行业等各栏都带国家标准的代码。一个文件最多 {countText(MOST_EXPORTED)} 件。</li>
      </ul>
    </>
  )
}
