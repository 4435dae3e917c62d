import { nameTermsOf, type Searchable, unitTermsOf } from '#db/queries/search'
import { CROWD_TABLE_NAMES, CROWD_TABLES, type CrowdTable, columnsOfTable, type RowOf } from './tables.ts'

/** A value as SQLite keeps it; of bytes their length, as they lie one behind the other in `bytes`. */
export type Cell = string | number | null

/** Rows of one table, flat, column by column in the order of the schema. */
export interface PackedRows {
  readonly cells: readonly Cell[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Count {
  readonly officeId: string
  readonly status: string
  readonly kind: string
  n: number
}

/** Lives in a form that passes between two threads with few copies. */
export interface Batch {
  readonly people: number
  readonly rows: Readonly<Record<CrowdTable, PackedRows>>
  /** What these lives add to the counters of the queue. */
  readonly counts: readonly Count[]
}

function packerOf(table: CrowdTable) {
  const columns = columnsOfTable(CROWD_TABLES[table])
  let cells: Cell[] = []
  let pieces: Uint8Array[] = []
  const cellOf = (value: unknown): Cell => {
    if (value instanceof Date) return value.getTime()
    if (typeof value === 'boolean') return value ? 1 : 0
    if (!(value instanceof Uint8Array)) return (value ?? null) as Cell
    pieces.push(value)
    return value.length
  }
  return {
    add(row: Readonly<Record<string, unknown>>): void {
      for (const { key, fallback } of columns) cells.push(cellOf(row[key] ?? fallback))
    },
    take(): PackedRows {
      const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
      let at = 0
      for (const piece of pieces) {
        bytes.set(piece, at)
        at += piece.length
      }
      const taken = { cells, bytes }
      cells = []
      pieces = []
      return taken
    },
  }
}

type Into = { readonly [T in CrowdTable]: (row: RowOf<T>) => void }

/** Collects the rows of many lives, and what the queue keeps beside them. */
export function collector() {
  const packers = new Map(CROWD_TABLE_NAMES.map((name) => [name, packerOf(name)] as const))
  const into = Object.fromEntries([...packers].map(([name, packer]) => [name, packer.add])) as unknown as Into
  const units = new Set<string>()
  const counted = new Map<string, Count>()

  return {
    into,
    /** The same rows as `indexSearch` writes. */
    indexed(row: Searchable): void {
      const { id, officeId, unitName } = row
      for (const term of nameTermsOf(row)) into.nameTerms({ officeId, term, applicationId: id })
      const unit = `${officeId} ${unitName}`
      if (units.has(unit)) return
      units.add(unit)
      for (const term of unitTermsOf(unitName)) into.unitTerms({ officeId, term, unitName })
    },
    counts(officeId: string, status: string, kind: string): void {
      const key = `${officeId} ${status} ${kind}`
      const cell = counted.get(key) ?? { officeId, status, kind, n: 0 }
      cell.n++
      counted.set(key, cell)
    },
    /** What was collected since the last time. */
    take(people: number): Batch {
      const rows = Object.fromEntries([...packers].map(([name, packer]) => [name, packer.take()]))
      const counts = [...counted.values()]
      counted.clear()
      return { people, rows: rows as Batch['rows'], counts }
    },
  }
}

export type Collector = ReturnType<typeof collector>
