import { type EventRow, namesOf } from '#db/queries/audit-search'
import type { Office } from '#db/queries/offices'
import type { Db } from '#db/store'
import { verbWord } from '#lib/audit'
import { formatShanghaiYear } from '#lib/clock'
import { maskName } from '#lib/protect/mask'
import { factsText } from './facts.ts'

const ROLES: Readonly<Record<string, string>> = {
  applicant: '本人',
  reviewer: '审核员',
  oversight: '监督',
  administrator: '省级管理员',
  system: '系统',
}

interface ResultsProps {
  db: Db
  rows: readonly EventRow[]
  offices: readonly Office[]
  /** The address of the first page, and of the page behind a place. */
  first: string | undefined
  nextHref: string | undefined
}

/** What was found, newest first: ids and codes as they are, names masked. */
export async function Results({ db, rows, offices, first, nextHref }: ResultsProps) {
  const names = await namesOf(
    db,
    rows.flatMap((row) => (row.personId ? [row.actorId, row.personId] : [row.actorId])),
  )
  const who = (id: string) => maskName(names.get(id) ?? '') || id
  const officeNames = new Map(offices.map((office) => [office.id, office.name]))
  return (
    <div className="tablewrap">
      <table className="grid cards">
        <caption className="vh">查到的记录</caption>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">操作</th>
            <th scope="col">操作人</th>
            <th scope="col">涉及的人</th>
            <th scope="col">单位</th>
            <th scope="col">申请</th>
            <th scope="col">详情</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-event={row.verb}>
              <td className="nw full">{formatShanghaiYear(row.at)}</td>
              <th scope="row">{verbWord(row.verb)}</th>
              <td className="st nw">
                {row.role === 'system' ? '' : `${who(row.actorId)} `}
                <span className="sub2">{ROLES[row.role] ?? row.role}</span>
              </td>
              <td data-l="涉及的人">{row.personId ? who(row.personId) : '—'}</td>
              <td className="full nw" data-l="单位">
                {row.officeId ? (officeNames.get(row.officeId) ?? row.officeId) : '—'}
              </td>
              <td className="full mono" data-l="申请">
                {row.applicationId ?? '—'}
              </td>
              <td className="full ids">{factsText(row.facts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pager">
        <span>本页 {rows.length} 条</span>
        <span className="links">
          {first ? <a href={first}>第一页</a> : <span className="off">第一页</span>}
          {nextHref ? <a href={nextHref}>下一页</a> : <span className="off">下一页</span>}
        </span>
      </div>
    </div>
  )
}
