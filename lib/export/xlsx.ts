import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import type { Cell, Table } from './table.ts'

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Characters of a column, so that a number of 18 signs is read whole. */
const NARROW = 12
const WIDE = 22

const widthOf = (header: string) => (header.length > 6 ? WIDE : NARROW)

// Text is written as text cells, which no spreadsheet calculates: nothing needs to be put before a "=", and
// a number of 18 signs keeps them all. What is empty is no cell.
const cells = (row: readonly Cell[]) => row.map((cell) => (cell === '' ? null : cell))

/**
 * A workbook of one sheet, made while it is read: it holds no more than what is under way.
 * @param rows is ended by `return` when the reader goes away
 */
export function xlsxStream(
  table: Omit<Table, 'rows'>,
  rows: AsyncIterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  async function* written() {
    for await (const row of rows) yield cells(row)
  }
  return writeXlsxStream(written(), {
    name: table.name,
    columns: table.head.map((header) => ({ header, width: widthOf(header) })),
    freezePane: { rows: 1 },
  })
}

/** A small workbook of several sheets. */
export const xlsxFile = (tables: readonly Table[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: tables.map(({ name, head, rows }) => ({
      name,
      rows: [[...head], ...rows.map(cells)],
      columns: head.map((header) => ({ width: widthOf(header) })),
      freezePane: { rows: 1 },
    })),
  })
