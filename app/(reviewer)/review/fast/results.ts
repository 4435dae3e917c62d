import type { LaneRefusal } from '#db/queries/fast-lane'

/** What became of one of the selected; no refusal: it is approved. */
export interface Result {
  readonly id: string
  readonly refusal: LaneRefusal | undefined
}

/** Why one was left, to read after its name. */
export const REFUSAL_WORDS: Readonly<Record<LaneRefusal, string>> = {
  closed: '本单位没有开通快速通道',
  changed: '您打开之后又有变化',
  claimed: '同事已经认领',
  own: '本人的申请',
  attention: '有了新的提醒，请逐件审核',
  heldBack: '今天抽到，请逐件审核',
}

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

/** The results that the action kept. */
export const readResults = (issues: unknown): Result[] =>
  Array.isArray(issues) ? issues.filter(isResult) : []
