import { tiedTo } from '#lib/collection/opening'
import type { PartId } from '#lib/collection/step'
import { PARTS, partOf } from '#lib/collection/steps/index'

/** Said in the summary and at the field. */
export const NONE_CHOSEN = '请至少选择一个要变更的部分'

function opensToo(part: PartId): string {
  const tied = tiedTo(part).map((id) => partOf(id).title)
  return tied.length === 0 ? '' : `同时打开：${tied.join('、')}`
}

/** One checkbox a part: what it holds, and what a rule opens together with it (D13). */
export function Parts({ none }: { none: boolean }) {
  return (
    <fieldset
      className={none ? 'field has-error' : 'field'}
      id="parts"
      aria-describedby={none ? 'parts-error' : undefined}
      aria-invalid={none ? true : undefined}
    >
      <legend className="label">要变更哪些部分</legend>
      {none && (
        <p className="err-msg" id="parts-error">
          <span>
            <span className="vh">错误：</span>
            {NONE_CHOSEN}
          </span>
        </p>
      )}
      <div className="choices">
        {PARTS.map((part) => (
          <label key={part.id} className="choice">
            <input type="checkbox" name="parts" value={part.id} />
            <span className="t">
              {part.title}
              <span className="d">{part.holds}</span>
              {opensToo(part.id) && <span className="d">{opensToo(part.id)}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
