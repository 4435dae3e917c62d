interface TickBoxProps {
  rowKey: string
  label: string
  form: string
  ticked: boolean
  /** Ticked in an earlier round, and the row still reads the same. */
  kept: boolean
}

/** Checked by the reviewer; stays so in the next round while the row reads the same. */
export function TickBox({ rowKey, label, form, ticked, kept }: TickBoxProps) {
  return (
    <label className="ticked" data-kept={kept ? '' : undefined}>
      <input
        type="checkbox"
        name="tick"
        value={rowKey}
        form={form}
        defaultChecked={ticked}
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
