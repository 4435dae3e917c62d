import type { ReactNode } from 'react'
import { ChartTable, type TableOf } from './chart-table.tsx'

interface ChartProps {
  title: string
  /** The finding, in one sentence. */
  say: string
  /** The picture; without one the table stands alone. */
  children: ReactNode
  table: TableOf
}

/** A chart with its finding above and the same figures as a table below. */
export function Chart({ title, say, children, table }: ChartProps) {
  return (
    <section className="chart">
      <h2>{title}</h2>
      <p className="say">{say}</p>
      {children}
      <details open>
        <summary>
          <span>数据表</span>
        </summary>
        <div>
          <ChartTable caption={title} {...table} />
        </div>
      </details>
    </section>
  )
}
