/** What somebody had typed into a form that could not be carried out, to read and to copy. */
export function TypedText({
  lines,
}: {
  lines: readonly { readonly label: string; readonly text: string }[]
}) {
  if (lines.length === 0) return null
  return (
    <>
      <p>您刚才写的：</p>
      <dl className="typed">
        {lines.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
