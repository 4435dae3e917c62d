import { Banner } from '#components/layout/banner'
import { TypedText } from '#components/review/typed-text'
import { takeHeld } from '#lib/identity/held'
import { typedDecision } from '#lib/review/decision'
import { one, type Params } from '#lib/review/filter'
import { reasonsFor, sentencesOn } from './sentences.ts'
import { typedLines } from './typed-lines.ts'

/** An application that one held has gone to another office or back to its applicant; what was typed stays. */
export async function LostHold(props: {
  personId: string
  officeIds: readonly string[]
  params: Params
  at: Date
}) {
  const { personId, officeIds, params, at } = props
  if (one(params, 'done') !== 'gone') return null
  const held = await takeHeld(one(params, 'held'), `person:${personId}`, at)
  const offered = await reasonsFor(officeIds)
  const wording = { offered, sentenceOf: sentencesOn(offered, [], undefined), labels: new Map() }
  return (
    <Banner tone="warn" mark="conflict" title="没有办成：这份申请已经不在您的单位">
      <p>它在您打开之后被申请人撤回，或者移交给了别的财政部门。</p>
      {held && <TypedText lines={typedLines(typedDecision(held.values, offered), wording)} />}
    </Banner>
  )
}
