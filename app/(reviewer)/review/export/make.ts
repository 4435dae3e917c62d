import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Exported, exportBatches, type Selection } from '#db/queries/export'
import { type ExportEvent, recordExported, recordReveals } from '#db/queries/export-events'
import type { Office } from '#db/queries/offices'
import type { Store } from '#db/store'
import { formatShanghaiFile, now } from '#lib/clock'
import { csvStream } from '#lib/export/csv'
import { MOST_EXPORTED } from '#lib/export/request'
import type { Source } from '#lib/export/source'
import type { Cell } from '#lib/export/table'
import type { ExportTable } from '#lib/export/tables'
import { xlsxStream } from '#lib/export/xlsx'
import { STATUS_WORDS } from '#lib/review/words'
import { kindWord } from '../queue-rows.ts'

/** In place of a row when the file is full: what is missing is never left out silently. */
const CUT = `已达 ${MOST_EXPORTED} 件上限，后面的没有导出，请缩小范围另行导出`

/**
 * Applications of a batch whose numbers are whole: each batch waits for its record to reach the disk, so that
 * fewer and larger ones pay. About 40 ms, which other requests wait at most.
 */
const RECORDED = 400

function sourceOf({ row, snapshot }: Exported, office: Office | undefined, full: boolean): Source {
  const { dossier, facts } = snapshot
  return {
    receiptNumber: row.receiptNumber ?? '',
    officeCode: office?.divisionCode ?? '',
    officeName: office?.name ?? '',
    status: STATUS_WORDS[row.status],
    kind: kindWord(row),
    submissions: row.submissions,
    submittedAt: formatShanghaiFile(row.submittedAt),
    decidedAt: row.status !== 'submitted' && row.decidedAt ? formatShanghaiFile(row.decidedAt) : '',
    dossier,
    facts,
    full,
  }
}

export interface Making {
  readonly store: Store
  readonly event: ExportEvent
  readonly selection: Selection
  readonly table: ExportTable
  readonly format: 'xlsx' | 'csv'
  readonly full: boolean
  readonly offices: readonly Office[]
  /** Called when the last byte is made or the reader has gone. */
  readonly ended: () => void
}

/**
 * The rows of the file. Whole numbers are on record before they leave; how much was sent is written down at
 * the end, also when the reader goes away before it.
 */
async function* rowsOf(making: Making): AsyncGenerator<readonly Cell[]> {
  const { store, event, selection, table, full, ended } = making
  const offices = new Map(making.offices.map((office) => [office.id, office] as const))
  const sent = { applications: 0, rows: 0, whole: false }
  try {
    for await (const batch of exportBatches(store.read, selection, full ? RECORDED : undefined)) {
      if (full) await store.write((tx) => recordReveals(tx, event, batch, now()))
      for (const exported of batch) {
        const source = sourceOf(exported, offices.get(exported.row.officeId), full)
        for (const row of table.rows(source)) {
          sent.rows++
          yield row
        }
        sent.applications++
      }
      if (sent.applications >= MOST_EXPORTED) {
        yield [CUT]
        return
      }
      // The requests that wait are served between two batches.
      await nextTurn()
    }
    sent.whole = true
  } finally {
    ended()
    await store.write((tx) => recordExported(tx, { ...event, at: now() }, sent))
  }
}

/** The file as it is made, row by row. */
export const makeExport = (making: Making): ReadableStream<Uint8Array> => {
  const { table, format } = making
  const rows = rowsOf(making)
  return format === 'csv'
    ? csvStream(table.head, rows)
    : xlsxStream({ name: table.title, head: table.head }, rows)
}
