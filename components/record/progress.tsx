/** How many of the parts are done, in words; the bar repeats it. */
export function Progress({ done, total, text }: { done: number; total: number; text?: string }) {
  const parts = Array.from({ length: total }, (_, at) => ({ at, on: at < done }))
  return (
    <div className="progress">
      <span>{text ?? `已完成 ${done} 项，共 ${total} 项`}</span>
      <ol aria-hidden="true">
        {parts.map(({ at, on }) => (
          <li key={at} className={on ? 'on' : undefined} />
        ))}
      </ol>
    </div>
  )
}
