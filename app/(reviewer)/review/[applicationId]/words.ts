import type { HistoryEvent } from '#db/queries/desk-history'

/** What moved an application, in the words of the desk; other events are not told there. */
export const VERB_WORDS: Readonly<Record<string, string>> = {
  start: '开始填写',
  startChange: '开始变更',
  submit: '提交',
  withdraw: '申请人撤回',
  claim: '认领',
  release: '退还队列',
  takeOver: '接手',
  forward: '移交',
  return: '退回',
  approve: '通过',
  undo: '撤销决定',
}

/** Who did it, as colleagues are told. */
export const actorOf = (event: HistoryEvent, names: ReadonlyMap<string, string>): string =>
  event.role === 'applicant' ? '申请人' : (names.get(event.actorId) ?? '系统')

/** `接手（原由周敏认领）`, `移交至宛城区财政局：单位在宛城区`. */
export function eventText(
  event: HistoryEvent,
  names: ReadonlyMap<string, string>,
  offices: ReadonlyMap<string, string>,
): string {
  const word = VERB_WORDS[event.verb] ?? event.verb
  const holder = event.holder ? `（原由${names.get(event.holder) ?? '同事'}认领）` : ''
  const lane = event.lane === 'fast' ? '（快速通道）' : ''
  const to = event.to ? `至${offices.get(event.to) ?? event.to}` : ''
  return `${word}${holder}${lane}${to}${event.note ? `：${event.note}` : ''}`
}
