import type { Cell } from './table.ts'

/** Tells a spreadsheet that the text is UTF-8. */
export const BOM = '\uFEFF'

// What a spreadsheet would calculate when it opens the file, full-width signs too, which some fold.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** One cell by RFC 4180; text that reads as a formula is led by an apostrophe. */
export function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>

/** Bytes that are handed on at a time, about. */
const PIECE = 64 * 1024

async function* piecesOf(head: readonly string[], rows: Rows) {
  const encoder = new TextEncoder()
  let text = BOM + csvLine(head)
  for await (const row of rows) {
    text += csvLine(row)
    if (text.length < PIECE) continue
    yield encoder.encode(text)
    text = ''
  }
  if (text !== '') yield encoder.encode(text)
}

/**
 * A table as CSV, made while it is read.
 * @param rows is ended by `return` when the reader goes away
 */
export function csvStream(head: readonly string[], rows: Rows): ReadableStream<Uint8Array> {
  const pieces = piecesOf(head, rows)
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}
