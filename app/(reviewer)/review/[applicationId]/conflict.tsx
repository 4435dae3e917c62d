import { Banner } from '#components/layout/banner'
import { TypedText } from '#components/review/typed-text'
import { labelsOf, typedLines } from '../typed-lines.ts'
import type { Desk } from './dossier.ts'
import type { HeldTyping } from './held-decision.ts'

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

/** Something was refused because the application had moved on: what changed, and what was typed. */
export function Conflict(props: { desk: Desk; code: string | undefined; held: HeldTyping | undefined }) {
  const { desk, code, held } = props
  const { submission, mine } = desk
  // The holder finds what was typed in the form itself.
  const lines = held && !mine ? typedLines(held.typed, labelsOf(submission.snapshot.rows)) : []
  if (code) {
    return (
      <Banner tone="warn" mark="conflict" title="没有办成">
        <p>{why(code, desk)}</p>
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
