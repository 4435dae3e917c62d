import type { TaskStatus } from '#lib/collection/journey'
import { Tag, type TagTone } from '../layout/tag.tsx'

const WORDS: Record<TaskStatus, { word: string; tone: TagTone }> = {
  todo: { word: '未开始', tone: 'neutral' },
  started: { word: '填写中', tone: 'info' },
  done: { word: '已完成', tone: 'plain' },
  fix: { word: '需修改', tone: 'err' },
  locked: { word: '暂不能填写', tone: 'wait' },
}

/** The word of a task's status. A part that this return or change leaves closed needs no work. */
function taskWord(id: string, status: TaskStatus): string {
  return status === 'locked' && id !== 'check' ? '不用修改' : WORDS[status].word
}

/** The same as a tag. */
export function TaskStatusTag({ id, status }: { id: string; status: TaskStatus }) {
  return <Tag tone={WORDS[status].tone}>{taskWord(id, status)}</Tag>
}
