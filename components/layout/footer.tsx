import { Phone } from './phone.tsx'

/** Who answers which questions, and what this installation is. */
export function Footer({ desk }: { desk?: boolean }) {
  return (
    <div className={desk ? 'desk' : undefined}>
      <footer className="foot">
        <div className="foot-in">{desk ? <DeskText /> : <PublicText />}</div>
      </footer>
    </div>
  )
}

function PublicText() {
  return (
    <>
      <p>
        <strong className="br">采集与审核业务</strong>
        请咨询工作单位所在地的县（区、市）财政部门，号码见<a href="/contacts">联系我们</a>。
      </p>
      <p>
        <strong className="br">注册、登录与实名认证</strong>
        河南政务服务网技术支持 <Phone number="0371-96500" />
      </p>
      <p className="full">
        本系统为演示系统，所示人员、证件号码、单位和办公电话均为虚构，请勿填写真实信息。网站标识码、备案号在正式启用时标注于此。
      </p>
    </>
  )
}

function DeskText() {
  return (
    <p className="full">
      演示系统，所示人员、号码和单位均为虚构。审核台的查看、批注和决定都会写入审计日志。技术支持{' '}
      <Phone number="0371-96500" />
    </p>
  )
}
