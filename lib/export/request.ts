import type { Wrong } from '#lib/collection/typed'
import { EXPORT_TABLES } from './tables.ts'

/** Applications of one file; a county's are fewer. */
export const MOST_EXPORTED = 100_000
/** Code points of the purpose. */
export const PURPOSE_LEAST = 4
export const PURPOSE_MOST = 200

/** The table that explains the codes; it holds nobody. */
export const CODES = 'codes'

type Format = 'xlsx' | 'csv'

/** An export as its form posts it; what is not one of ours is the default. */
export interface ExportRequest {
  /** Id of a table, or `CODES`. */
  readonly table: string
  readonly format: Format
  /** Whether numbers are wanted whole. */
  readonly full: boolean
  readonly purpose: string
  /** One office of several; empty for all. */
  readonly officeId: string
}

/** Reads the posted form. */
export function readRequest(posted: Readonly<Record<string, string>>): ExportRequest {
  const { table = '', format, numbers, purpose = '', officeId = '' } = posted
  const known = [...EXPORT_TABLES.map(({ id }) => id), CODES]
  return {
    table: known.includes(table) ? table : (known[0] ?? CODES),
    format: format === 'csv' ? 'csv' : 'xlsx',
    full: numbers === 'full',
    purpose: purpose.replaceAll('\r\n', '\n').trim(),
    officeId,
  }
}

const length = (text: string) => [...text].length

/**
 * What stops an export before anything is read, in the order of the form.
 * @param may whether this person may have whole numbers at all
 */
export function requestErrors({ full, purpose }: ExportRequest, may: { full: boolean }): Wrong[] {
  if (full && !may.full) {
    return [{ name: 'numbers', text: '完整号码只供审核人员导出本机关的申请，请选“隐去中间几位”' }]
  }
  if (full && length(purpose) < PURPOSE_LEAST) {
    return [{ name: 'purpose', text: `导出完整号码要写明用途，至少 ${PURPOSE_LEAST} 个字` }]
  }
  if (length(purpose) > PURPOSE_MOST) {
    return [
      {
        name: 'purpose',
        text: `用途最多 ${PURPOSE_MOST} 字，现在 ${length(purpose)} 字，请缩短`,
      },
    ]
  }
  return []
}
