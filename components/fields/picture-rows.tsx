import type { Tokens } from './conditions.ts'
import { FieldControl } from './field.tsx'
import { fieldProps, type StepFieldsProps } from './step-page.ts'

/** A further page (`file2`) is offered once the picture before it is there. */
const isOffered = (names: readonly string[], at: number, { step, pictures }: StepFieldsProps) => {
  const name = names[at] as string
  const before = names[at - 1]
  return step.fields[name]?.required || pictures[name] || before === undefined || pictures[before]
}

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
  return (
    <div className="field">
      <p className="hint">照片在单独的页面上传。上传前请先保存本页，已填的内容不会丢失。</p>
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
