import { OfficeCard } from '#components/layout/office-card'
import { RailSection } from '#components/layout/rail-section'
import type { Workspace } from '#db/queries/own'
import type { TaskStatus } from '#lib/collection/journey'
import type { PartId } from '#lib/collection/step'
import { isPartId, partOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'

const WORDS: Readonly<Record<TaskStatus, string>> = {
  todo: '未开始',
  started: '填写中',
  done: '已完成',
  fix: '需修改',
  locked: '不用填',
}

/** Where one is in the journey, and whom to ask; follows `main` in the source. */
export function JourneyRail({ workspace, current }: { workspace: Workspace; current: PartId | 'check' }) {
  const { office, tasks } = workspace
  const shown = tasks.filter((t) => t.id !== 'scope')
  return (
    <>
      <RailSection title="办理进度" progress>
        <ol className="steps">
          {shown.map((task, at) => {
            const title = isPartId(task.id) ? partOf(task.id).title : '核对并提交'
            const href = isPartId(task.id) ? paths.part(task.id) : paths.check
            return (
              <li key={task.id} aria-current={task.id === current ? 'step' : undefined}>
                <span>{at + 1}</span>
                <a href={href}>{title}</a>
                <span className={task.status === 'fix' ? 'st err' : 'st'}>
                  {task.id === 'check' ? '' : WORDS[task.status]}
                </span>
              </li>
            )
          })}
        </ol>
      </RailSection>
      {office && (
        <RailSection title="审核机关">
          <OfficeCard name={office.name} phone={office.phone} why={office.hours} />
        </RailSection>
      )}
    </>
  )
}
