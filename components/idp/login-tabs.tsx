import { withQuery } from '#lib/paths'
import { IdpBox } from './shell.tsx'

type Onward = Readonly<Record<string, string | undefined>>

/** The two ways in that the platform has; the collection takes persons only (guide 2.2). */
export function LoginTabs({ current, onward }: { current: 'person' | 'unit'; onward: Onward }) {
  return (
    <nav className="idp-tabs" aria-label="登录方式">
      <a href={withQuery('/idp/login', onward)} aria-current={current === 'person' ? 'page' : undefined}>
        个人登录
      </a>
      <a
        href={withQuery('/idp/login', { ...onward, tab: 'unit' })}
        aria-current={current === 'unit' ? 'page' : undefined}
      >
        法人登录
      </a>
    </nav>
  )
}

/** The other tab: it says that this is not the way. */
export function UnitTab({ onward }: { onward: Onward }) {
  return (
    <IdpBox>
      <LoginTabs current="unit" onward={onward} />
      <h1 className="vh">法人登录</h1>
      <p className="lead">
        会计人员信息采集由本人办理，请选择<a href={withQuery('/idp/login', onward)}>个人登录</a>。
      </p>
    </IdpBox>
  )
}
