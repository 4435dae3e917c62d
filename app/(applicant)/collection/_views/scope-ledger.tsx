import { Ledger } from '#components/record/ledger'
import type { Workspace } from '#db/queries/own'
import { isOpen } from '#lib/collection/opening'
import { paths } from '#lib/paths'

/** Where the application will be reviewed, and why there. */
export function ScopeLedger({ workspace }: { workspace: Workspace }) {
  const scope = workspace.rows.find((group) => group.part === 'scope')
  const open = isOpen(workspace.opening, 'scope')
  const task = workspace.tasks.find((t) => t.id === 'scope')
  const { office } = workspace
  return (
    <section className="sec" data-task="scope" data-task-status={task?.status ?? 'todo'}>
      <h2>采集地和审核机关</h2>
      <Ledger
        rows={[
          ...(scope?.rows ?? [])
            .filter((row) => row.text !== '')
            .map((row) => ({ label: row.label, text: row.text })),
          ...(office ? [{ label: '审核机关', text: office.name, phone: office.phone }] : []),
        ]}
        action={open ? { href: paths.step('scope'), text: '更改', what: '采集身份与采集地' } : undefined}
      />
    </section>
  )
}
