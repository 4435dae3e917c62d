import { Icon } from '../layout/icon.tsx'

/** Beside the sign-in: the ways by telephone, and what the commonest message of the platform means. */
export function LoginAside({ ways }: { ways: readonly { href: string; label: string }[] }) {
  return (
    <aside className="idp-s" aria-label="其他方式">
      <h2>扫码登录</h2>
      <ul className="scan">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a className="btn second" href={href}>
              <Icon name="code" />
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="hint sub">
        <b>提示“证件号码已注册”？</b>
        <br />
        说明您注册过。请用“忘记密码”，凭姓名、证件号码和人脸核验找回。
      </p>
      <p className="hint sub">
        <b>没有收到短信？</b>
        <br />
        模拟环境不发短信，验证码在<a href="/idp/outbox">短信收件箱</a>里。
      </p>
    </aside>
  )
}
