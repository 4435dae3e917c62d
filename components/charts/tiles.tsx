export interface Tile {
  readonly label: string
  readonly value: string
  /** Printed small behind the value. */
  readonly unit?: string
  readonly note: string
  /** Beyond what was promised. */
  readonly late?: boolean
}

/** A few figures in a row, each with what it is held against. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <dl className="tiles">
      {tiles.map(({ label, value, unit, note, late }) => (
        <div key={label} className="tile">
          <dt>{label}</dt>
          <dd className={late ? 'v late' : 'v'}>
            {value}
            {unit ? <small> {unit}</small> : null}
          </dd>
          <dd className="d">{note}</dd>
        </div>
      ))}
    </dl>
  )
}
