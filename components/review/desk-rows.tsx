import { entryKey, type Row, type RowGroup } from '#lib/collection/present'
import type { Look as Asked } from '#lib/review/look'
import { Icon } from '../layout/icon.tsx'
import { numeral } from '../layout/numeral.ts'
import { RowText } from '../record/row-value.tsx'
import { type Boxes, CommentBox } from './comment-box.tsx'
import { Look } from './look.tsx'
import { TickBox } from './tick-box.tsx'

interface DeskProps {
  groups: readonly RowGroup[]
  masked: boolean
  boxes: Boxes
  viewHref: (look: Asked) => string
  /** Row key → the picture that proves it. */
  evidence: ReadonlyMap<string, string>
  /** The picture in the viewer. */
  current: string | undefined
  /** Rows that the system asks to look at. */
  hinted: ReadonlySet<string>
  /** Rows that the machine has verified: the word of the mark. */
  marks: ReadonlyMap<string, string>
}

/**
 * Every row of the submission with its comment box, every entry with one for the whole of it; a row that a
 * picture proves opens it beside.
 */
export function Desk({ groups, ...line }: DeskProps) {
  return groups.map((group, at) => (
    <section className="panel" key={group.item ?? group.part}>
      <div className="panel-h">
        <h2>
          {numeral(at + 1)}、{group.title}
        </h2>
        {group.item !== undefined && line.boxes.form ? (
          <CommentBox
            rowKey={entryKey(group.part, group.item)}
            label={group.title}
            boxes={line.boxes}
            word="整项批注"
          />
        ) : null}
      </div>
      <dl className="rows">
        {group.rows.map((row) => (
          <DeskRow key={row.key} row={row} {...line} />
        ))}
      </dl>
    </section>
  ))
}

function DeskRow({ row, ...line }: Omit<DeskProps, 'groups'> & { row: Row }) {
  const { masked, boxes, viewHref, evidence, current, hinted } = line
  const { form, typed } = boxes
  const { key, label } = row
  const picture = evidence.get(key)
  const look = picture === undefined ? undefined : ({ att: picture, zoom: 'fit', turn: '0' } as const)
  const noted = Boolean(typed?.comments[key] || typed?.templates[key])
  const classes = [picture && picture === current ? 'on' : '', noted ? 'noted' : '', form ? 'annot' : '']
    .filter((c) => c !== '')
    .join(' ')
  return (
    <div data-field={key} id={`row.${key}`} className={classes || undefined}>
      <dt>{label}</dt>
      <dd>
        <RowText row={row} masked={masked} />
        {hinted.has(key) ? (
          <span className="mw">
            <Icon name="warn" />
            请留意
          </span>
        ) : line.marks.has(key) ? (
          <span className="mv" data-verified="">
            <Icon name="tick" />
            {line.marks.get(key)}
          </span>
        ) : null}
      </dd>
      <dd className="tools">
        {look ? (
          <Look to={look} href={viewHref(look)} form={form}>
            <Icon name="clip" />
            材料<span className="vh">{label}</span>
          </Look>
        ) : null}
        {form ? <TickBox rowKey={key} label={label} boxes={boxes} /> : null}
      </dd>
      {form ? (
        <dd className="note">
          <CommentBox rowKey={key} label={label} boxes={boxes} />
        </dd>
      ) : null}
    </div>
  )
}
