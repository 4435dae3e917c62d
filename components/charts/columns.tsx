import { px } from './scale.ts'

interface ColumnsProps {
  title: string
  /** `late` columns stand behind the promise, in the colour of what is overdue. */
  columns: readonly {
    readonly label: string
    readonly value: number
    readonly text: string
    readonly late: boolean
  }[]
  /** What the line before the first late column says. */
  promise: string
}

const BASE = 190
const HIGHEST = 156
const WIDTH = 42

/** Upright columns; a dashed line parts what was promised from what came later. */
export function Columns({ title, columns, promise }: ColumnsProps) {
  const most = Math.max(...columns.map((column) => column.value), 1)
  const step = 390 / columns.length
  const width = Math.min(WIDTH, step - 12)
  const firstLate = columns.findIndex((column) => column.late)
  const line = px(5 + firstLate * step)
  return (
    <svg viewBox="0 0 400 226" role="img" aria-label={title}>
      {columns.map(({ label, value, text, late }, at) => {
        const height = px((value / most) * HIGHEST)
        const middle = px(5 + (at + 0.5) * step)
        return (
          <g key={label}>
            <rect
              className={late ? 'c-5' : 'c-1'}
              x={px(middle - width / 2)}
              y={px(BASE - height)}
              width={px(width)}
              height={height}
            />
            <text className="c-t m" x={middle} y={px(BASE - height - 6)}>
              {text}
            </text>
            <text className="c-m m" x={middle} y="212">
              {label}
            </text>
          </g>
        )
      })}
      <path className="c-axis" d={`M4 ${BASE}H396`} />
      {firstLate > 0 ? (
        <>
          <path className="c-ref" d={`M${line} 10V${BASE}`} />
          <text className="c-5" x={line + 6} y="24">
            {promise}
          </text>
        </>
      ) : null}
    </svg>
  )
}
