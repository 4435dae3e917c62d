import { TARGET_EXAM } from '#lib/collection/codes/local'
import { labelOf } from '#lib/collection/codes/option'
import type { QueueFilter } from '#lib/review/filter'
import { KIND_WORDS, STATUS_WORDS } from '#lib/review/words'

/** What a filter leaves, in words: `待审核、变更、2026-07-01 至 2026-07-31 提交`. */
export function filterWords(filter: QueueFilter): string {
  const { status, kind, q, from, to, overdue, exam, flags, mine } = filter
  return [
    status === 'all' ? '全部状态' : STATUS_WORDS[status],
    kind && KIND_WORDS[kind],
    exam && `报考${labelOf(TARGET_EXAM, exam)}`,
    from && to ? `${from} 至 ${to} 提交` : from ? `${from} 起提交` : to && `${to} 前提交`,
    overdue && '超期',
    flags && '有提醒',
    mine && '我认领的',
    q && `含“${q}”`,
  ]
    .filter(Boolean)
    .join('、')
}
