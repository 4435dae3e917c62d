import type { BoxProps } from './comment-box.tsx'

/** Checked by the reviewer; stays so in the next round while the row reads the same. */
export function TickBox({ rowKey, label, boxes }: BoxProps) {
  const kept = boxes.kept.has(rowKey)
  return (
    <label className="ticked" data-kept={kept ? '' : undefined}>
      <input
        type="checkbox"
        name="tick"
        value={rowKey}
        form={boxes.form}
        defaultChecked={boxes.ticks.has(rowKey)}
        title={kept ? '上次已核对，没有改动' : undefined}
      />
      <span>
        核对
        <span className="vh">
          {label}
          {kept ? '，上次已核对，没有改动' : null}
        </span>
      </span>
    </label>
  )
}

/** What is not on the page but belongs to the form: it goes along unseen. */
export function Carried({
  form,
  pairs,
}: {
  form: string
  pairs: readonly (readonly [name: string, value: string])[]
}) {
  return pairs.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} form={form} />
  ))
}
