import type { Row, RowGroup } from '#lib/collection/present'
import type { Look as Asked } from '#lib/review/look'
import { Icon } from '../layout/icon.tsx'
import { numeral } from '../layout/numeral.ts'
import { RowValue } from '../record/row-value.tsx'
import { CommentBox } from './comment-box.tsx'
import { Look } from './look.tsx'
import { TickBox } from './tick-box.tsx'

interface DeskProps {
  groups: readonly RowGroup[]
  masked: boolean
  /** Id of the decision form that comment boxes belong to; none where there is nothing to decide. */
  form: string | undefined
  /** What was typed before and what was wrong with it, by key. */
  comments: Readonly<Record<string, string>>
  templates: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  /** The sentences offered for a row. */
  sentences: (key: string) => readonly { readonly code: string; readonly title: string }[]
  viewHref: (look: Asked) => string
  /** Rows that are ticked as checked, and those of them that were so in an earlier round. */
  ticks: ReadonlySet<string>
  kept: ReadonlySet<string>
  /** Row key → the picture that proves it. */
  evidence: ReadonlyMap<string, string>
  /** The picture in the viewer. */
  current: string | undefined
  /** Rows that the system asks to look at. */
  hinted: ReadonlySet<string>
  /** Rows that the machine has verified: the word of the mark. */
  marks: ReadonlyMap<string, string>
}

const noDocument = () => ''
const isEmpty = (text: string | undefined) => (text ?? '') === ''

/** Every row of the submission with its comment box; a row that a picture proves opens it beside. */
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

function DeskRow({ row, ...line }: Omit<DeskProps, 'groups'> & { row: Row }) {
  const { masked, form, comments, templates, viewHref, evidence, current, hinted } = line
  const { key, label } = row
  const picture = evidence.get(key)
  const look = picture === undefined ? undefined : ({ att: picture, zoom: 'fit', turn: '0' } as const)
  const typed = !isEmpty(comments[key]) || !isEmpty(templates[key])
  const classes = [picture && picture === current ? 'on' : '', typed ? 'noted' : '', form ? 'annot' : '']
    .filter((c) => c !== '')
    .join(' ')
  return (
    <div data-field={key} id={`row.${key}`} className={classes || undefined}>
      <dt>{label}</dt>
      <dd>
        {row.picture ? (
          row.text.replace(/^已上传，/u, '')
        ) : (
          <RowValue row={row} masked={masked} documentHref={noDocument} />
        )}
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
        {form ? (
          <TickBox
            rowKey={key}
            label={label}
            form={form}
            ticked={line.ticks.has(key)}
            kept={line.kept.has(key)}
          />
        ) : null}
      </dd>
      {form ? (
        <dd className="note">
          <CommentBox
            rowKey={key}
            label={label}
            form={form}
            typed={comments[key] ?? ''}
            template={templates[key] ?? ''}
            sentences={line.sentences(key)}
            error={line.errors[`comment.${key}`]}
          />
        </dd>
      ) : null}
    </div>
  )
}
