import { Icon } from '../layout/icon.tsx'

/** What the machine has verified, and what it asks the reviewer to look at. */
export function Checks({ passed, hints }: { passed: readonly string[]; hints: readonly string[] }) {
  return (
    <section className="panel">
      <div className="panel-h">
        <h2>系统核验</h2>
        <span className="muted">
          {passed.length} 项相符，{hints.length} 项提醒
        </span>
      </div>
      {hints.length > 0 && (
        <ul className="checks">
          {hints.map((hint) => (
            <li key={hint} className="ck-warn">
              <Icon name="warn" />
              <span>{hint}</span>
            </li>
          ))}
        </ul>
      )}
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
