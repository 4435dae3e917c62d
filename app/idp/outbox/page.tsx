import type { Metadata } from 'next'
import { IdpBox } from '#components/idp/shell'
import { listMessages } from '#db/queries/outbox'
import { store } from '#db/store'
import { formatShanghai, now } from '#lib/clock'
import { maskMobile } from '#lib/protect/mask'

export const metadata: Metadata = { title: '短信收件箱' }

const MOST = 20

/** Where the demo's telephones would have rung: the newest messages. */
export default async function OutboxPage() {
  const messages = await listMessages((await store()).read, now(), MOST)
  return (
    <IdpBox>
      <h1>短信收件箱</h1>
      <p className="lead">模拟环境不发短信，最近 {MOST} 条显示在这里，手机号已遮挡。</p>
      {messages.length === 0 && <p className="lead">还没有短信。</p>}
      <ul className="dots sub">
        {messages.map((message) => (
          <li key={message.id}>
            <p>
              <b className="num">{maskMobile(message.mobile)}</b> {formatShanghai(message.sentAt)}
              <br />
              {message.text}
            </p>
          </li>
        ))}
      </ul>
    </IdpBox>
  )
}
