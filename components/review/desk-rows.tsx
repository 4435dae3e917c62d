import type { Row, RowGroup } from '#lib/collection/present'
import { numeral } from '../layout/numeral.ts'
import { RowValue } from '../record/row-value.tsx'

interface DeskProps {
  groups: readonly RowGroup[]
  masked: boolean
  /** Id of the decision form that comment boxes belong to; none where there is nothing to decide. */
  form: string | undefined
  /** Comments typed before, by key. */
  comments: Readonly<Record<string, string>>
  viewHref: (key: string) => string
  /** The picture in the viewer. */
  current: string | undefined
}

/** Every row of the submission with its comment box; a picture row opens in the viewer beside. */
export function Desk({ groups, ...line }: DeskProps) {
  return groups.map((group, at) => (
    <section className="panel" key={group.item ?? group.part}>
      <div className="panel-h">
        <h2>
          {numeral(at + 1)}、{group.title}
        </h2>
      </div>
      <dl className="rows">
        {group.rows.map((row) => (
          <DeskRow key={row.key} row={row} {...line} />
        ))}
      </dl>
    </section>
  ))
}

function DeskRow({
  row,
  masked,
  form,
  comments,
  viewHref,
  current,
}: Omit<DeskProps, 'groups'> & { row: Row }) {
  const said = comments[row.key] ?? ''
  const classes = [row.key === current ? 'on' : '', said === '' ? '' : 'noted', form ? 'annot' : '']
    .filter((c) => c !== '')
    .join(' ')
  return (
    <div data-field={row.key} className={classes || undefined}>
      <dt>{row.label}</dt>
      <dd>
        {row.picture ? (
          row.text.replace(/^已上传，/u, '')
        ) : (
          <RowValue row={row} masked={masked} documentHref={() => ''} />
        )}
      </dd>
      <dd className="tools">
        {row.picture ? (
          <a href={viewHref(row.key)}>
            看图<span className="vh">{row.label}</span>
          </a>
        ) : null}
      </dd>
      {form ? (
        <dd className="note">
          <details open={said !== ''}>
            <summary>
              <span>批注</span>
              <span className="vh">{row.label}</span>
            </summary>
            <div className="notebox">
              <label className="label" htmlFor={`comment.${row.key}`}>
                给申请人看的话
              </label>
              <textarea
                className="in"
                id={`comment.${row.key}`}
                name={`comment.${row.key}`}
                form={form}
                maxLength={500}
                defaultValue={said}
              />
            </div>
          </details>
        </dd>
      ) : null}
    </div>
  )
}
