import { px, roundScale } from './scale.ts'

export interface Line {
  readonly name: string
  readonly values: readonly number[]
}

interface LinesProps {
  title: string
  /** What stands below each value. */
  labels: readonly string[]
  lines: readonly [Line, Line]
  /** How a figure reads. */
  text: (value: number) => string
}

const LEFT = 52
const RIGHT = 360
const TOP = 40
const BASE = 190
const LABELS = 4

/** Which values are labelled: about four, the last among them. */
const isLabelled = (at: number, all: number) => (all - 1 - at) % Math.max(1, Math.ceil(all / LABELS)) === 0

/** Two lines over the same weeks, told apart by dash and mark as well as by colour. */
export function Lines({ title, labels, lines, text }: LinesProps) {
  const { top, step } = roundScale(Math.max(...lines.flatMap((line) => line.values)))
  const x = (at: number) => px(labels.length < 2 ? RIGHT : LEFT + (at / (labels.length - 1)) * (RIGHT - LEFT))
  const y = (value: number) => px(BASE - (value / top) * (BASE - TOP))
  const path = ({ values }: Line) => `M${values.map((value, at) => `${x(at)} ${y(value)}`).join('L')}`
  const [solid, dashed] = lines
  const last = (line: Line) => line.values.at(-1) ?? 0
  return (
    <svg viewBox="0 0 400 226" role="img" aria-label={title}>
      {Array.from({ length: top / step + 1 }, (_, n) => n * step).map((value) => (
        <g key={value}>
          <path className="c-grid" d={`M${LEFT} ${y(value)}H362`} />
          <text className="c-m e" x={LEFT - 6} y={y(value) + 5}>
            {text(value)}
          </text>
        </g>
      ))}
      <path className="c-line1" d={path(solid)} />
      <path className="c-line2" d={path(dashed)} />
      <circle className="c-1" cx={x(labels.length - 1)} cy={y(last(solid))} r="5" />
      <rect className="c-2" x={x(labels.length - 1) - 5} y={y(last(dashed)) - 5} width="10" height="10" />
      <circle className="c-1" cx={LEFT + 6} cy="13" r="5" />
      <text className="c-1 b6" x={LEFT + 18} y="18">
        {solid.name} {text(last(solid))}
      </text>
      <rect className="c-2" x={LEFT + 141} y="8" width="10" height="10" />
      <text className="c-2 b6" x={LEFT + 158} y="18">
        {dashed.name} {text(last(dashed))}
      </text>
      {labels.map((label, at) =>
        isLabelled(at, labels.length) ? (
          <text key={label} className="c-m m" x={x(at)} y="214">
            {label}
          </text>
        ) : null,
      )}
      <path className="c-axis" d={`M${LEFT} ${BASE}H362`} />
    </svg>
  )
}
