import { px } from './scale.ts'

interface RankedProps {
  title: string
  rows: readonly {
    readonly label: string
    readonly value: number
    readonly text: string
    /** What stands at the right end, e.g. the share with all above. */
    readonly note: string
  }[]
}

const ROW = 42
const LONGEST = 320

/** Long names with a bar below each, the greatest first. */
export function Ranked({ title, rows }: RankedProps) {
  const most = Math.max(...rows.map((row) => row.value), 1)
  return (
    <svg viewBox={`0 0 400 ${rows.length * ROW + 2}`} role="img" aria-label={title}>
      {rows.map(({ label, value, text, note }, at) => {
        const y = at * ROW
        const width = px((value / most) * LONGEST)
        return (
          <g key={label}>
            <text className="c-t" x="0" y={y + 15}>
              {label}
            </text>
            <text className="c-m e" x="400" y={y + 15}>
              {note}
            </text>
            <rect className="c-1" x="0" y={y + 21} width={width} height="13" />
            <text className="c-t" x={px(width + 6)} y={y + 33}>
              {text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
