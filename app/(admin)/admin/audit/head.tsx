import { Details } from '#components/layout/details'
import type { StoredHead } from '#db/audit/heads'
import { formatShanghaiYear } from '#lib/clock'
import { shownMac } from '#lib/protect/audit-heads'

/** Where the chain of the record stood on the latest day, to be copied to a place that nobody here can change. */
export function Head({ head }: { head: StoredHead }) {
  return (
    <Details summary={`校验值（${head.day}）`}>
      <p data-head={head.day}>
        截至 {formatShanghaiYear(head.at)}，{head.link} 条记录前后相连，校验值{' '}
        <span className="num">{shownMac(head.mac)}</span>
      </p>
      <p>请抄到系统之外保存：日期、条数、校验值。这些记录如有改动，核对时会发现。</p>
    </Details>
  )
}
