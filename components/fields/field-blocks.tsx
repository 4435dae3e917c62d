import { type Block, captionOf, type Tokens } from './conditions.ts'
import { FieldControl } from './field.tsx'
import { PictureRows } from './picture-rows.tsx'
import { ReadOnlyFields } from './read-only-fields.tsx'
import { type Run, runsOf } from './runs.ts'
import { fieldProps, type StepFieldsProps } from './step-page.ts'

interface Context {
  tokens: Tokens
  page: StepFieldsProps
}

/** Fields and conditional blocks in the order of the definition. */
export function FieldBlocks({ blocks, ...context }: Context & { blocks: readonly Block[] }) {
  return runsOf(blocks, context.page).map((run) => <PrintedRun key={keyOf(run)} run={run} {...context} />)
}

const keyOf = (run: Run): string =>
  run.print === 'cond'
    ? `${run.block.condition.field}?${JSON.stringify(run.block.blocks.map((b) => (b.kind === 'field' ? b.name : '')))}`
    : run.names.join()

function PrintedRun({ run, tokens, page }: Context & { run: Run }) {
  switch (run.print) {
    case 'cond':
      return <Conditional block={run.block} tokens={tokens} page={page} />
    case 'text':
      return <ReadOnlyFields names={run.names} page={page} />
    case 'picture':
      return <PictureRows names={run.names} tokens={tokens} page={page} />
    case 'control':
      return run.names.map((name) => {
        const field = page.step.fields[name]
        return field ? <FieldControl key={name} {...fieldProps(page, name, field, tokens)} /> : null
      })
  }
}

/** Every branch is printed; where the browser knows `:has`, the stylesheet folds away those not chosen. */
function Conditional({ block, tokens, page }: Context & { block: Extract<Block, { kind: 'cond' }> }) {
  return (
    <div className="cond" data-cond={tokens.of(block.condition)}>
      <p className="cond-cap">{captionOf(block.condition, page.step.fields, page.facts)}</p>
      <FieldBlocks blocks={block.blocks} tokens={tokens} page={page} />
    </div>
  )
}
