import { isAsked } from '#lib/collection/field'
import { entryKey } from '#lib/collection/present'
import type { Section } from '#lib/collection/step'
import { Help } from '../layout/details.tsx'
import { numeral } from '../layout/numeral.ts'
import { type Block, blocksOf, tokensOf } from './conditions.ts'
import { FieldBlocks } from './field-blocks.tsx'
import { Remarks } from './field-remark.tsx'
import type { StepFieldsProps } from './step-page.ts'

/** The section's fields; on a closed page as one list of those that the chosen branch asks. */
function blocksIn(section: Section, { step, answers, facts, closed }: StepFieldsProps): readonly Block[] {
  if (!closed) return blocksOf(section.fields, step.fields)
  return section.fields.flatMap((name) => {
    const field = step.fields[name]
    return field && isAsked(field, answers, facts) ? [{ kind: 'field' as const, name }] : []
  })
}

/** What was said about an entry as a whole, before its questions. */
function EntryRemarks({ step, item, comments, reply }: StepFieldsProps) {
  if (item === undefined) return null
  const at = entryKey(step.id, item)
  return <Remarks at={at} comments={comments?.[at]} reply={reply} />
}

/** Every question of a step or list entry, section by section, as its definition says. */
export function StepFields(props: StepFieldsProps) {
  const { step } = props
  const tokens = tokensOf(step.fields)
  const sections = step.sections
    .map((section) => ({ section, blocks: blocksIn(section, props) }))
    .filter(({ blocks }) => blocks.length > 0)
  const printed = sections.map(({ section, blocks }, at) => (
    <section className="sec" key={section.title}>
      <h2>
        {sections.length > 1 ? `${numeral(at + 1)}、` : ''}
        {section.title}
      </h2>
      {section.note ? <p className="hint">{section.note}</p> : null}
      <div className="fields">
        <FieldBlocks blocks={blocks} tokens={tokens} page={props} />
      </div>
      {section.help && !props.closed ? <Help {...section.help} /> : null}
    </section>
  ))
  return (
    <>
      <EntryRemarks {...props} />
      {printed}
    </>
  )
}
