import { DisplayModes } from './display-modes.tsx'
import { Phone } from './phone.tsx'

export interface Who {
  name: string
  /** Masked identity number, e.g. `410***********9980`. */
  number?: string
  /** The office a member of staff works for. */
  office?: string
}

export interface NavEntry {
  href: string
  text: string
  current?: boolean
}

interface MastheadProps {
  /** Nobody signed in: a link to the sign-in stands in its place. */
  who?: Who
  /** The menu below the masthead. */
  nav?: readonly NavEntry[]
  /** The review desk: narrower rows, no 长辈版. */
  desk?: boolean
  /** The telephone shown on top in 长辈版. */
  phone?: string
}

/** What every page begins with: skip link, name of the service, display modes, who is signed in, menu. */
export function Masthead({ who, nav = [], desk, phone = '0371-96500' }: MastheadProps) {
  return (
    <div className={desk ? 'desk' : undefined}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="masthead">
        <div className="mast-in">
          <a className="wordmark" href="/">
            <span>河南省会计人员信息采集</span> <span className="demo">演示系统</span>
          </a>
          <div className="utility">
            <DisplayModes elder={!desk} />
            <a href="/contacts">联系我们</a>
            {who ? <SignedIn {...who} /> : <a href="/login">登录</a>}
          </div>
        </div>
      </header>
      {nav.length > 0 ? <Menu entries={nav} label={desk ? '审核台' : '菜单'} /> : null}
      <aside className="elder-help" aria-label="电话帮助">
        遇到困难请打电话 <Phone number={phone} />
      </aside>
    </div>
  )
}

function SignedIn({ name, number, office }: Who) {
  return (
    <>
      <span className="who">
        {name}
        {number ? <span className="idn num">{number}</span> : null}
        {office ? <span className="idn">{office}</span> : null}
      </span>
      <form data-form="logout" method="post" action="/logout">
        <button type="submit">退出</button>
      </form>
    </>
  )
}

function Menu({ entries, label }: { entries: readonly NavEntry[]; label: string }) {
  return (
    <nav className="nav" aria-label={label}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} aria-current={entry.current ? 'page' : undefined}>
              {entry.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
