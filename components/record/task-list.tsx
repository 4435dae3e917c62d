import type { TaskStatus } from '#lib/collection/journey'
import { isListName } from '#lib/collection/steps/index'
import { TaskStatusTag } from './task-status.tsx'

export interface TaskRow {
  /** Step id, list name or `check`. */
  id: string
  title: string
  /** What the part holds. */
  holds: string
  status: TaskStatus
  /** Labels of what is missing. */
  missing: readonly string[]
  /** Nothing to open where it is left out. */
  href?: string
  /** Entries of a list. */
  count?: number
  /** Comments that wait. */
  open?: number
  /** Why it cannot be opened yet. */
  closedBecause?: string
}

/** The parts as rows, numbered as the journey counts them; the five lists stand together under 其他信息. */
export function TaskList({ tasks }: { tasks: readonly TaskRow[] }) {
  const scope = tasks.filter((task) => task.id === 'scope')
  const lists = tasks.filter((task) => isListName(task.id))
  const others = tasks.filter((task) => task.id !== 'scope' && !isListName(task.id))
  const steps = others.filter((task) => task.id !== 'check')
  const check = others.filter((task) => task.id === 'check')
  return (
    <ol className="tasks sub">
      {scope.map((task) => (
        <Row key={task.id} task={task} number="" />
      ))}
      {steps.map((task, at) => (
        <Row key={task.id} task={task} number={String(at + 1)} />
      ))}
      {lists.length > 0 ? (
        <li>
          <div className="task group">
            <span className="n">{steps.length + 1}</span>
            <span>
              <b>其他信息</b>
              <span className="td">五类，有的填写，没有的不用添加</span>
            </span>
          </div>
          <ol className="subtasks">
            {lists.map((task) => (
              <Row key={task.id} task={task} number="" />
            ))}
          </ol>
        </li>
      ) : null}
      {check.map((task) => (
        <Row key={task.id} task={task} number={String(steps.length + (lists.length > 0 ? 2 : 1))} />
      ))}
    </ol>
  )
}

function Row({ task, number }: { task: TaskRow; number: string }) {
  const marks = { 'data-task': task.id, 'data-task-status': task.status }
  const inside = (
    <>
      <span className="n">{number}</span>
      <span>
        <span className="tt">{task.title}</span>
        <Says task={task} />
      </span>
      <TaskStatusTag id={task.id} status={task.status} />
    </>
  )
  return (
    <li>
      {task.href ? (
        <a className="task" href={task.href} {...marks}>
          {inside}
        </a>
      ) : (
        <div className="task locked" {...marks}>
          {inside}
        </div>
      )}
    </li>
  )
}

/** The line under the title: what waits, else what is missing, else what the part holds. */
function Says({ task }: { task: TaskRow }) {
  const { status, missing, open = 0, count = 0, closedBecause } = task
  if (open > 0) return <span className="td">{open} 条审核意见待处理</span>
  if (closedBecause) return <span className="td">{closedBecause}</span>
  if (status === 'started' && missing.length > 0) {
    return (
      <span className="td">
        <b>还差 {missing.length} 项：</b>
        {missing.slice(0, 5).join('、')}
        {missing.length > 5 ? '等' : ''}
      </span>
    )
  }
  if (isListName(task.id) && count > 0) return <span className="td">已添加 {count} 项</span>
  return <span className="td">{task.holds}</span>
}
