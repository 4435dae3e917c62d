import { Form } from '#components/form/form'

const CONSENTS = [
  { name: 'consent', label: '我已阅读并同意以上条款与条件', detail: undefined },
  {
    name: 'sensitiveConsent',
    label: '我同意处理我的敏感个人信息',
    detail: '包括身份证件号码、证件照、处罚信息，只用于上面所列的用途。',
  },
] as const

/** Classes w-0 … w-30 in the stylesheet hold the wait; a longer one is still held by the server. */
const waitClass = (left: number) => `w-${Math.min(30, left)}`

/** Wait bar, the two consents and the button, which appear when the wait is over; nothing moves. */
export function NoticeForm(props: {
  action: (form: FormData) => Promise<void>
  version: string
  left: number
  ticked: readonly string[]
  error?: string | undefined
}) {
  const { action, version, left, ticked, error } = props
  return (
    <section className={`lock ${waitClass(left)}`} data-notice-wait={left}>
      <div className="waitbar">
        <div className="say" aria-live="polite">
          <p className="stay">
            请先阅读，还剩约 <span data-seconds>{left}</span> 秒
          </p>
          <p className="go">可以勾选了</p>
        </div>
        <span className="track">
          <span className="fill" />
        </span>
      </div>
      <Form name="notice" action={action} hidden={{ noticeVersion: version }}>
        {error !== undefined && (
          <p className="err-msg" id="consent-error">
            <span>
              <span className="vh">错误：</span>
              {error}
            </span>
          </p>
        )}
        {CONSENTS.map(({ name, label, detail }) => (
          <label key={name} className="consent">
            <span className="slot">
              <input
                className="unlock"
                type="checkbox"
                id={name}
                name={name}
                value="yes"
                defaultChecked={ticked.includes(name)}
                aria-invalid={error !== undefined ? true : undefined}
                aria-describedby={error !== undefined ? 'consent-error' : undefined}
              />
            </span>
            <span>
              {label}
              {detail && <span className="d">{detail}</span>}
            </span>
          </label>
        ))}
        <div className="acts">
          <span className="hold">
            <span className="wait stay">读完后可以确定</span>
            <button className="btn unlock" type="submit">
              确定
            </button>
          </span>
        </div>
      </Form>
    </section>
  )
}
