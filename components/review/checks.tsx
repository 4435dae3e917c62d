import { Icon } from '../layout/icon.tsx'

/** Something to look at: the row it stands on, what was noticed, and where else it is found. */
export interface Hint {
  readonly key: string | undefined
  readonly label: string
  readonly text: string
  /** Files that who asks may open. */
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

interface Passed {
  readonly text: string
  readonly how: string
}

interface ChecksProps {
  passed: readonly Passed[]
  hints: readonly Hint[]
  /** Where another file that has the same is read. */
  fileHref: (id: string) => string
}

/** What the machine has verified and how, and what it asks the reviewer to look at. */
export function Checks({ passed, hints, fileHref }: ChecksProps) {
  return (
    <section className="panel" id="checks">
      <div className="panel-h">
        <h2>系统核验</h2>
        <span className="muted">
          {passed.length} 项相符，{hints.length} 项提醒
        </span>
      </div>
      {hints.length > 0 ? (
        <ul className="checks" data-hints={hints.length}>
          {hints.map(({ key, label, text, files }) => (
            <li key={`${key} ${text}`}>
              <span className="mw">
                <Icon name="warn" />
              </span>
              <span>
                {key ? <a href={`#row.${key}`}>{label}</a> : <b>{label}</b>}
                <span className="d">{text}</span>
                {files.map(({ id, name }) => (
                  <a key={id} className="file" href={fileHref(id)}>
                    打开{name}的申请
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="passed">
        {passed.map(({ text }) => (
          <li key={text}>
            <Icon name="tick" />
            {text}
          </li>
        ))}
      </ul>
      <details className="how">
        <summary>
          <span>怎样核验的</span>
        </summary>
        <dl>
          {passed.map(({ text, how }) => (
            <div key={text}>
              <dt>{text}</dt>
              <dd>{how}。</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
