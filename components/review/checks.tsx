import { Icon } from '../layout/icon.tsx'

interface Hint {
  /** The row it stands on. */
  readonly key: string | undefined
  readonly label: string
  readonly text: string
}

/** What the machine has verified, and what it asks the reviewer to look at. */
export function Checks({ passed, hints }: { passed: readonly string[]; hints: readonly Hint[] }) {
  return (
    <section className="panel">
      <div className="panel-h">
        <h2>系统核验</h2>
        <span className="muted">
          {passed.length} 项相符，{hints.length} 项提醒
        </span>
      </div>
      {hints.length > 0 ? (
        <ul className="checks">
          {hints.map(({ key, label, text }) => (
            <li key={`${key} ${text}`}>
              <span className="mw">
                <Icon name="warn" />
              </span>
              <span>
                {key ? <a href={`#row.${key}`}>{label}</a> : <b>{label}</b>}
                <span className="d">{text}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="passed">
        {passed.map((text) => (
          <li key={text}>
            <Icon name="tick" />
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
