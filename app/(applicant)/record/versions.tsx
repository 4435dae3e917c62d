import type { RecordVersion } from '#db/queries/record-history'
import { formatShanghaiYear } from '#lib/clock'

const MATTERS = { first: '首次采集', change: '信息变更' } as const

/** What was approved when and where, newest first; the version in force is tinted. */
export function Versions({ versions }: { versions: readonly RecordVersion[] }) {
  return (
    <section className="sec noprint">
      <h2>版本</h2>
      <table className="spec stack">
        <thead>
          <tr>
            <th scope="col">版本</th>
            <th scope="col">事项</th>
            <th scope="col">审核</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, inForce, kind, office, approvedAt }) => (
            <tr key={version} className={inForce ? 'hit' : undefined}>
              <th scope="row">
                第 {version} 版{inForce ? '（现行）' : ''}
              </th>
              <td>{MATTERS[kind]}</td>
              <td>
                {office}，{formatShanghaiYear(approvedAt)}通过
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
