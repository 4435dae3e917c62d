import { countAttempt, HOUR_MS } from '#db/queries/attempts'
import { countSelection } from '#db/queries/export'
import { recordExport } from '#db/queries/export-events'
import { listOffices } from '#db/queries/offices'
import { type Store, store } from '#db/store'
import type { Asked } from '#desk/review/asked.ts'
import { now, today } from '#lib/clock'
import type { Wrong } from '#lib/collection/typed'
import { csvStream } from '#lib/export/csv'
import { CODES, type ExportRequest, MOST_EXPORTED, readRequest, requestErrors } from '#lib/export/request'
import { startRunning } from '#lib/export/running'
import { codesTable } from '#lib/export/standards'
import { exportTable } from '#lib/export/tables'
import { XLSX, xlsxFile } from '#lib/export/xlsx'
import { textPairs } from '#lib/forms'
import { hold } from '#lib/identity/held'
import { requireStaff } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { newId } from '#lib/protect/ids'
import { packPlace } from '#lib/review/filter'
import { makeExport } from '../make.ts'
import { handedOn, mayHaveWhole, selectionOf } from '../selection.ts'

/** Exports of one person in an hour. */
const MOST_AN_HOUR = 30

type Staff = Awaited<ReturnType<typeof requireStaff>>

function fileResponse(body: ReadableStream<Uint8Array> | Uint8Array, format: 'xlsx' | 'csv', name: string) {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
      'content-disposition': `attachment; filename="${name}.${format}"`,
    },
  })
}

async function codesResponse(format: 'xlsx' | 'csv') {
  const table = codesTable()
  const body = format === 'csv' ? csvStream(table.head, table.rows) : await xlsxFile([table])
  return fileResponse(body, format, 'codes')
}

/** What only the store can tell: that there is nothing, too much, or that it is asked for too often. */
async function countErrors(count: number, by: Staff, { write }: Store, at: Date): Promise<Wrong[]> {
  if (count === 0) return [{ name: 'table', text: '没有符合条件的申请，请回到队列放宽筛选' }]
  if (count > MOST_EXPORTED) {
    return [
      {
        name: 'table',
        text: `一个文件最多 ${MOST_EXPORTED} 件，现在的范围超过了，请选一个财政部门或缩短提交日期`,
      },
    ]
  }
  const n = await write((tx) => countAttempt(tx, `export:${by.person.id}`, HOUR_MS, at))
  return n > MOST_AN_HOUR
    ? [{ name: 'table', text: `一小时内最多导出 ${MOST_AN_HOUR} 次，请过一会儿再来` }]
    : []
}

/** Under whose post: whole numbers, and whatever is of an office decided for, under the reviewer's. */
function postOf(by: Staff, full: boolean) {
  const reviewing = full || by.reviewIds.length > 0
  const role = reviewing ? ('reviewer' as const) : ('oversight' as const)
  return { role, officeId: by.roles.find((post) => post.role === role)?.officeId ?? '' }
}

async function begin(by: Staff, asked: Asked, wanted: ExportRequest, at: Date) {
  const s = await store()
  const mine = { reviewer: by.person.id, officeIds: wanted.full ? by.reviewIds : by.officeIds }
  const selection = selectionOf(asked, mine, wanted.officeId, at)
  const count = await countSelection(s.read, selection, MOST_EXPORTED + 1)
  const errors = await countErrors(count, by, s, at)
  if (errors.length > 0) return { errors }
  const table = exportTable(wanted.table)
  const ended = table && startRunning()
  if (!table || !ended) {
    return { errors: [{ name: 'table', text: '别的导出正在生成，请一分钟后再试' }] }
  }
  const { format, full, purpose } = wanted
  const event = { id: newId(), at, actorId: by.person.id, ...postOf(by, full) }
  const filter = packPlace(asked.place)
  try {
    await s.write((tx) => recordExport(tx, event, { table: table.id, format, full, count, filter, purpose }))
    const offices = await listOffices(s.read)
    const body = makeExport({ store: s, event, selection, table, format, full, offices, ended })
    return { body, name: `${table.id}-${today(at)}-${event.id.slice(0, 8)}` }
  } catch (error) {
    ended()
    throw error
  }
}

/** Sends a file of what the queue shows, as it is made; what stops it is told on the page of the form. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const by = await requireStaff(paths.export, form)
  const pairs = textPairs(form)
  const posted = Object.fromEntries(pairs)
  const wanted = readRequest(posted)
  if (wanted.table === CODES) return codesResponse(wanted.format)
  const at = now()
  const asked = await handedOn(by.person.id, posted.f, at)
  const early = requestErrors(wanted, {
    full: mayHaveWhole(by),
  })
  const begun = early.length > 0 ? { errors: early } : await begin(by, asked, wanted, at)
  if (!('errors' in begun)) return fileResponse(begun.body, wanted.format, begun.name)
  const owner = `person:${by.person.id}` as const
  const held = await hold({ owner, path: paths.export, values: pairs, issues: begun.errors }, at)
  const location = withQuery(paths.export, {
    f: posted.f || undefined,
    held,
  })
  return new Response(null, { status: 303, headers: { location } })
}
