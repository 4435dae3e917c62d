/** Cells as they are read; the first of each row is its heading. */
export interface TableOf {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly foot?: readonly string[]
  /** What the rows are compared with, below their sum. */
  readonly beside?: readonly string[] | undefined
}

function Cells({ cells }: { cells: readonly string[] }) {
  const [name, ...figures] = cells
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name within its row
        <td key={at}>{text}</td>
      ))}
    </tr>
  )
}

/** The figures of a chart. */
export function ChartTable({ caption, head, rows, foot, beside }: TableOf & { caption: string }) {
  return (
    <table>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <Cells key={cells[0]} cells={cells} />
        ))}
      </tbody>
      {foot ? (
        <tfoot>
          <Cells cells={foot} />
          {beside ? <Cells cells={beside} /> : null}
        </tfoot>
      ) : null}
    </table>
  )
}
