import type { Row, RowGroup } from '#lib/collection/present'
import { isListName } from '#lib/collection/steps/index'
import { numeral } from '../layout/numeral.ts'
import { ActCell } from './ledger.tsx'
import { RowValue } from './row-value.tsx'

interface RowsProps {
  groups: readonly RowGroup[]
  /** Where a row is changed; no link where it gives nothing. */
  changeHref?: (group: RowGroup, row: Row) => string | undefined
  documentHref: (documentId: string) => string
  /** Identity and mobile numbers with stars (D11). */
  masked: boolean
}

/** A whole collection to read: check page, record, print. The entries of the lists share one heading. */
export function Rows({ groups, ...line }: RowsProps) {
  const steps = groups.filter((group) => !isListName(group.part))
  const entries = groups.filter((group) => isListName(group.part))
  return (
    <>
      {steps.map((group, at) => (
        <section className="sec" key={group.part}>
          <h2>
            {numeral(at + 1)}、{group.title}
          </h2>
          <GroupLedger group={group} {...line} />
        </section>
      ))}
      {entries.length > 0 ? (
        <section className="sec">
          <h2>{numeral(steps.length + 1)}、其他信息</h2>
          {entries.map((group) => (
            <div className="sub" key={group.item}>
              <h3>{group.title}</h3>
              <GroupLedger group={group} {...line} />
            </div>
          ))}
        </section>
      ) : null}
    </>
  )
}

function GroupLedger({
  group,
  changeHref,
  documentHref,
  masked,
}: Omit<RowsProps, 'groups'> & { group: RowGroup }) {
  return (
    <dl className="ledger">
      {group.rows.map((row) => {
        const href = changeHref?.(group, row)
        return (
          <div key={row.key} data-field={row.key}>
            <dt>{row.label}</dt>
            <dd>
              <RowValue row={row} masked={masked} documentHref={documentHref} />
            </dd>
            <ActCell action={href ? { href, text: '更改', what: row.label } : undefined} />
          </div>
        )
      })}
    </dl>
  )
}
