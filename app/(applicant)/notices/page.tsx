import type { Metadata } from 'next'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ownPage } from '#applicant/own.ts'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Docket } from '#components/layout/docket'
import { Tag } from '#components/layout/tag'
import { listOwnMessages, type OwnMessage } from '#db/queries/own-messages'
import { store } from '#db/store'
import { formatShanghaiYear } from '#lib/clock'
import { messageText } from '#lib/messages/templates'
import { paths, withQuery } from '#lib/paths'
import { readAction } from './actions.ts'

export const metadata: Metadata = { title: '消息' }

/** What each kind of message is about, and where one goes from it. */
const KINDS: Readonly<Record<OwnMessage['verb'], { title: string; href: string; link: string }>> = {
  approve: { title: '审核通过', href: paths.record, link: '查看我的记录' },
  return: { title: '申请被退回', href: paths.tasks, link: '查看原因并修改' },
  forward: { title: '申请已移交', href: paths.tasks, link: '查看我的申请' },
  warnDraft: { title: '草稿将删除', href: paths.tasks, link: '继续填写' },
  moveOffice: { title: '审核机关调整', href: paths.tasks, link: '查看我的申请' },
}

const placeOf = (text: string | undefined) => {
  const place = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(place) && place > 0 ? place : undefined
}

/** Everything the person was told, newest first, whether a telephone rang or not. */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const own = await ownPage(paths.messages)
  const before = placeOf((await searchParams).before)
  const { read } = await store()
  const { messages, next } = await listOwnMessages(read, own.session.person.id, own.at, before)
  return (
    <ApplicantPage own={own} back={{ href: paths.tasks, text: '返回任务清单' }}>
      <Docket left="通知" />
      <h1>消息</h1>
      <p className="lead">审核结果、移交等通知都在这里，新的在前。发到手机的短信内容相同。</p>
      {messages.length === 0 && <p className="measure">{before ? '没有更早的消息了。' : '还没有消息。'}</p>}
      {messages.some(({ fresh }) => fresh) && (
        <Form
          name="read-messages"
          action={readAction}
          label="标为已读"
          hidden={{ until: String(own.at.getTime()) }}
        >
          <Actions>
            <Button tone="second">全部标为已读</Button>
          </Actions>
        </Form>
      )}
      {messages.map((message, at) => (
        <Message key={message.id} message={message} newest={before === undefined && at === 0} />
      ))}
      {(next !== undefined || before !== undefined) && (
        <Actions>
          {next !== undefined && (
            <ButtonLink tone="plain" href={withQuery(paths.messages, { before: String(next) })}>
              更早的消息
            </ButtonLink>
          )}
          {before !== undefined && (
            <ButtonLink tone="plain" href={paths.messages}>
              最新的消息
            </ButtonLink>
          )}
        </Actions>
      )}
    </ApplicantPage>
  )
}

/** Only the newest leads anywhere: what the older ones were about has gone on since. */
function Message({ message, newest }: { message: OwnMessage; newest: boolean }) {
  const { verb, content, toldAt, office, fresh } = message
  const { title, href, link } = KINDS[verb]
  return (
    <article className="item" data-message={verb}>
      <header className="item-h">
        <h2>{title}</h2>
        {fresh && <Tag tone="info">新</Tag>}
      </header>
      <div className="item-b">
        <p>{messageText(content)}</p>
        <p className="hint">
          {formatShanghaiYear(toldAt)}，{office}
        </p>
        {newest && (
          <p>
            <a href={href}>{link}</a>
          </p>
        )}
      </div>
    </article>
  )
}
