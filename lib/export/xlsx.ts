import { type PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { writeXlsx } from 'hucre/xlsx'
import { ZipFile } from 'yazl'
import { columnName, rowXml } from './sheet.ts'
import type { Cell, Table } from './table.ts'
import { partsBeside, SHEET_AFTER, SHEET_PART, sheetBefore } from './workbook.ts'

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Characters of a column, so that a number of 18 signs is read whole. */
const NARROW = 12
const WIDE = 22

const widthOf = (header: string) => (header.length > 6 ? WIDE : NARROW)

/** Bytes of the sheet that are handed on at a time, about. */
const PIECE = 64 * 1024

/** The packed file says when each part was made; ours says nothing, like the least date that it can hold. */
const UNDATED = new Date('1980-01-02T00:00:00Z')

async function* sheetPieces({ head }: Omit<Table, 'rows'>, rows: AsyncIterable<readonly Cell[]>) {
  const columns = head.map((_, at) => columnName(at))
  let number = 1
  let xml = sheetBefore(head.map(widthOf)) + rowXml(number, head, columns)
  for await (const row of rows) {
    number++
    xml += rowXml(number, row, columns)
    if (xml.length < PIECE) continue
    yield Buffer.from(xml)
    xml = ''
  }
  yield Buffer.from(xml + SHEET_AFTER)
}

/**
 * A workbook of one sheet, made while it is read: it holds no more than what is under way, and is packed beside
 * the making of the next rows.
 * @param rows is ended by `return` when the reader goes away
 */
export function xlsxStream(
  table: Omit<Table, 'rows'>,
  rows: AsyncIterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  const sheet = Readable.from(sheetPieces(table, rows), { objectMode: false, highWaterMark: 2 * PIECE })
  const zip = new ZipFile()
  const packed = { mtime: UNDATED }
  // First, so that the rows have begun, and are ended, whenever the reader leaves.
  zip.addReadStream(sheet, SHEET_PART, packed)
  for (const [path, xml] of partsBeside(table.name)) zip.addBuffer(Buffer.from(xml), path, packed)
  zip.end()
  const file = zip.outputStream as PassThrough
  // A failure of the rows is the file's; the library leaves it to whoever made the stream.
  sheet.on('error', (error) => file.destroy(error))
  zip.on('error', (error: Error) => file.destroy(error))
  const bytes: AsyncIterator<Buffer> = file[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await bytes.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      sheet.destroy()
      file.destroy()
      // Destroyed before its end is what it shall be; the rows have ended when it is closed.
      await finished(sheet).catch(() => undefined)
    },
  })
}

/** A small workbook of several sheets. */
export const xlsxFile = (tables: readonly Table[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: tables.map(({ name, head, rows }) => ({
      name,
      rows: [[...head], ...rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))],
      columns: head.map((header) => ({ width: widthOf(header) })),
      freezePane: { rows: 1 },
    })),
  })
