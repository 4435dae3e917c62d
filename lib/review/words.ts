import type { Status } from '#lib/collection/application'
import type { QueueKind } from './filter.ts'

/** The state of an application, in the words of the desk. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: '草稿',
  submitted: '待审核',
  returned: '已退回',
  approved: '已通过',
}

/** What kind of submission it is, in the words of the desk. */
export const KIND_WORDS: Readonly<Record<QueueKind, string>> = {
  first: '首次',
  resubmitted: '重新提交',
  change: '变更',
}
