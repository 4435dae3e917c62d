import type { Cell } from './table.ts'

/** The letters of a column, counted from 0: A … Z, AA … */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no such signs, a workbook spells them.
const SPELLED = /[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above; most texts have none of all these.
const AWKWARD = /[&<>_\0-\x08\x0b-\x1f\ufffe\uffff]/

/** `_x000D_`, as a workbook writes a sign that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
const spell = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** A text as it stands between two tags. */
export const xmlText = (text: string): string =>
  AWKWARD.test(text) ? text.replace(SPELLED, spell).replace(/[&<>]/g, (sign) => NAMED[sign] ?? sign) : text

/**
 * One row of a sheet. Text is a text cell, which no spreadsheet calculates: nothing needs to be put before a "=", and
 * a number of 18 signs keeps them all. What is empty is no cell.
 * @param number from 1
 * @param columns their letters, as many as the longest row has cells
 */
export function rowXml(number: number, cells: readonly Cell[], columns: readonly string[]): string {
  let xml = `<row r="${number}">`
  for (const [at, cell] of cells.entries()) {
    if (cell === '') continue
    const place = `${columns[at] ?? columnName(at)}${number}`
    xml +=
      typeof cell === 'number'
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
  }
  return `${xml}</row>`
}
