import type { Tokens } from './conditions.ts'
import { FieldControl } from './field.tsx'
import { fieldProps, type StepFieldsProps } from './step-page.ts'

/** A further page (`file2`) is offered once the picture before it is there. */
const isOffered = (names: readonly string[], at: number, { step, pictures }: StepFieldsProps) => {
  const name = names[at] as string
  const before = names[at - 1]
  return step.fields[name]?.required || pictures[name] || before === undefined || pictures[before]
}

/** The sentence about pictures is said once a section, above the first. */
const isFirst = (name: string | undefined, { step }: StepFieldsProps) =>
  step.sections.some(({ fields }) => fields.find((f) => step.fields[f]?.kind === 'picture') === name)

/** The pictures of a section: rows that lead to pages of their own, so that nothing typed here is at risk. */
export function PictureRows({
  names,
  tokens,
  page,
}: {
  names: readonly string[]
  tokens: Tokens
  page: StepFieldsProps
}) {
  const first = isFirst(names[0], page)
  return (
    <div className={first ? 'field' : 'field follows'}>
      {first ? <p className="hint">照片在单独的页面上传。上传前请先保存本页，已填的内容不会丢失。</p> : null}
      <div className="attachments">
        {names.map((name, at) => {
          const field = page.step.fields[name]
          return field && isOffered(names, at, page) ? (
            <FieldControl key={name} {...fieldProps(page, name, field, tokens)} />
          ) : null
        })}
      </div>
    </div>
  )
}
