import { Banner } from '#components/layout/banner'
import { ChangeText } from '#components/record/diff-row'
import { TypedText } from '#components/review/typed-text'
import { formatShanghaiDesk } from '#lib/clock'
import { labelsOf, typedLines } from '../typed-lines.ts'
import type { Desk } from './dossier.ts'
import type { HeldTyping } from './held-decision.ts'
import type { Since } from './since.ts'
import { actorOf, eventText } from './words.ts'

// What was forwarded is not shown at this office any more, so that no office needs a name here.
const NOWHERE: ReadonlyMap<string, string> = new Map()

const REFUSED: Readonly<Record<string, string>> = {
  ownRecord: '不能审核本人的申请。',
  tooLate: '已经超过 10 分钟，或者申请人已经开始修改，不能再撤销。',
  sameOffice: '请选择另一个县（区、市）的财政部门。',
  notOpen: '这份申请现在不在待审核状态，可能已经由同事办结。',
  stale: '您打开这一页之后，申请又有变化。下面是最新的内容。',
}

function why(code: string, desk: Desk): string {
  const { claim, mine, names } = desk
  if (claim && !mine) return `${names.get(claim.holder) ?? '同事'} 已经认领了这份申请。`
  if (code === 'notClaimed') return '认领已经失效，请重新认领。'
  return REFUSED[code] ?? '您打开这一页之后，申请又有变化。下面是最新的内容。'
}

/** What happened after the page had been opened, and which fields read differently now. */
function Meanwhile({ desk, since }: { desk: Desk; since: Since }) {
  const { events, changes } = since
  if (events.length === 0) return null
  return (
    <>
      <p>您打开之后：</p>
      <ul className="since" data-since={events.length}>
        {events.map((event) => (
          <li key={event.id}>
            {formatShanghaiDesk(event.at)} {actorOf(event, desk.names)}{' '}
            {eventText(event, desk.names, NOWHERE)}
          </li>
        ))}
        {changes.map((change) => (
          <li key={change.key} data-changed={change.key}>
            {change.group}：{change.label}{' '}
            <del>
              <ChangeText change={change} side="before" masked={!desk.mine} />
            </del>{' '}
            改为{' '}
            <ins>
              <ChangeText change={change} side="after" masked={!desk.mine} />
            </ins>
          </li>
        ))}
      </ul>
    </>
  )
}

interface ConflictProps {
  desk: Desk
  code: string | undefined
  held: HeldTyping | undefined
  since: Since
}

/** Something was refused because the application had moved on: what changed, and what was typed. */
export function Conflict({ desk, code, held, since }: ConflictProps) {
  const { submission, mine, offered, sentenceOf } = desk
  const labels = labelsOf(submission.snapshot.rows)
  // The holder finds what was typed in the form itself.
  const lines = held && !mine ? typedLines(held.typed, { offered, sentenceOf, labels }) : []
  if (code) {
    return (
      <Banner tone="warn" mark="conflict" title="没有办成">
        <p>{why(code, desk)}</p>
        <Meanwhile desk={desk} since={since} />
        {mine && held ? <p>您刚才写的还在下面的表单里，请核对后再提交。</p> : null}
        <TypedText lines={lines} />
      </Banner>
    )
  }
  if (lines.length === 0) return null
  return (
    <Banner tone="info" title="认领已经失效，您写的还在">
      <TypedText lines={lines} />
      <p>重新认领后，会填回表单里。</p>
    </Banner>
  )
}
