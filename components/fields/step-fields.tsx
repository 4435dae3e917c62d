import { Help } from '../layout/details.tsx'
import { numeral } from '../layout/numeral.ts'
import { blocksOf, tokensOf } from './conditions.ts'
import { FieldBlocks } from './field-blocks.tsx'
import type { StepFieldsProps } from './step-page.ts'

/** Every question of a step or list entry, section by section, as its definition says. */
export function StepFields(props: StepFieldsProps) {
  const { step } = props
  const tokens = tokensOf(step.fields)
  return step.sections.map((section, at) => (
    <section className="sec" key={section.title}>
      <h2>
        {step.sections.length > 1 ? `${numeral(at + 1)}、` : ''}
        {section.title}
      </h2>
      {section.note ? <p className="hint">{section.note}</p> : null}
      <div className="fields">
        <FieldBlocks blocks={blocksOf(section.fields, step.fields)} tokens={tokens} page={props} />
      </div>
      {section.help ? <Help {...section.help} /> : null}
    </section>
  ))
}
