import type { ReactNode } from 'react'
import { Phone } from '../layout/phone.tsx'

/** The stand-in's page: a look of its own, so that nobody takes it for the service or for a real platform. */
export function IdpShell({ children }: { children: ReactNode }) {
  return (
    <div className="idp">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header>
        <p className="sim">模拟环境，请勿填写真实的证件号码、手机号和密码</p>
        <div className="idp-h">
          <span>
            统一身份认证平台（模拟）
            <small>供“河南省会计人员信息采集”演示登录使用，与任何真实平台无关</small>
          </span>
        </div>
      </header>
      <main id="main">
        {children}
        <p className="idp-foot">
          注册、登录和实名认证问题，请拨打河南政务服务网技术支持 <Phone number="0371-96500" />。
          <br />
          <a href="/">不登录，返回信息采集首页</a>
        </p>
      </main>
    </div>
  )
}

/** The white box of a page: the form, and what may stand beside it. */
export function IdpBox({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="idp-box">
      <div className="idp-f">{children}</div>
      {aside}
    </div>
  )
}
