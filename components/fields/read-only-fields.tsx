import { isAsked, type PictureRef } from '#lib/collection/field'
import { fieldText } from '#lib/collection/kinds/index'
import { rowKey } from '#lib/collection/present'
import { RowValue } from '../record/row-value.tsx'
import { FieldRemark } from './field-remark.tsx'
import type { StepFieldsProps } from './step-page.ts'

/** Values that are not typed here: taken from the identity platform (R16), or closed in this return or change. */
export function ReadOnlyFields({ names, page }: { names: readonly string[]; page: StepFieldsProps }) {
  const { step, item, answers, facts } = page
  const shown = names.flatMap((name) => {
    const field = step.fields[name]
    return field && isAsked(field, answers, facts) ? [{ name, field, value: answers[name] }] : []
  })
  return (
    <dl className="ledger">
      {shown.map(({ name, field, value }) => {
        const key = rowKey(step.id, name, item)
        const row = {
          key,
          field: name,
          label: field.label,
          text: value === undefined ? '' : fieldText(field, value, facts),
          ...(field.kind === 'picture' && value !== undefined ? { picture: value as PictureRef } : {}),
          ...(field.mask ? { mask: field.mask } : {}),
        }
        return (
          <div key={name} data-field={key}>
            <dt>{field.label}</dt>
            <dd>
              <RowValue row={row} masked documentHref={page.documentHref} />
              <FieldRemark
                name={name}
                field={field}
                facts={facts}
                raw={page.raw}
                stepId={step.id}
                item={item}
                comments={page.comments?.[key]}
              />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
