import { px } from './scale.ts'

interface Bar {
  readonly value: number
  readonly text: string
}

interface BarsProps {
  /** Names the picture and says what is in it. */
  title: string
  /** One bar a row, or two to compare. */
  rows: readonly { readonly label: string; readonly bars: readonly [Bar] | readonly [Bar, Bar] }[]
  /** What the two colours mean, when there are two. */
  legend?: readonly [string, string]
}

const LEFT = 102
const LONGEST = 226
const ROW = 27
const BAR = 17
const PAIRED = 18
/** A bar of two. */
const SLIM = 14
const COLOURS = ['c-1', 'c-2'] as const

function Legend({ names }: { names: readonly [string, string] }) {
  return names.map((name, at) => (
    <g key={name}>
      <rect className={COLOURS[at]} x={LEFT + at * 130} y="4" width="12" height="12" />
      <text className="c-t" x={LEFT + 18 + at * 130} y="15">
        {name}
      </text>
    </g>
  ))
}

/** Horizontal bars, one row for each name. */
export function Bars({ title, rows, legend }: BarsProps) {
  const top = legend ? 26 : 0
  const step = legend ? ROW + PAIRED : ROW
  const height = legend ? SLIM : BAR
  const most = Math.max(...rows.flatMap((row) => row.bars.map((bar) => bar.value)), 1e-9)
  const bottom = top + rows.length * step + 6
  return (
    <svg viewBox={`0 0 400 ${bottom}`} role="img" aria-label={title}>
      {legend ? <Legend names={legend} /> : null}
      {rows.map(({ label, bars }, at) => {
        const y = top + 6 + at * step
        return (
          <g key={label}>
            <text className="c-t e" x={LEFT - 8} y={y + 13 + ((bars.length - 1) * PAIRED) / 2}>
              {label}
            </text>
            {bars.map(({ value, text }, n) => {
              const width = px((value / most) * LONGEST)
              return (
                <g key={COLOURS[n]}>
                  <rect className={COLOURS[n]} x={LEFT} y={y + n * PAIRED} width={width} height={height} />
                  <text className="c-t" x={px(LEFT + width + 6)} y={y + 13 + n * PAIRED}>
                    {text}
                  </text>
                </g>
              )
            })}
          </g>
        )
      })}
      <path className="c-axis" d={`M${LEFT} ${top}V${bottom - 2}`} />
    </svg>
  )
}
