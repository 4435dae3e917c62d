import type { Access } from '#db/queries/access'
import { formatShanghai } from '#lib/clock'
import { paths } from '#lib/paths'

/** What may be done with a record; the change stands first (R44). */
export function RecordMenu({ lastLook }: { lastLook: Access | undefined }) {
  const looked = lastLook
    ? `最近一次：${formatShanghai(lastLook.at)}，${lastLook.office}`
    : '财政部门每次查看都有记录'
  const entries = [
    {
      href: paths.change,
      title: '信息变更',
      says: '换了单位、取得新学历或新资格时办理；审核通过前，原记录仍然有效',
    },
    { href: paths.recordPrint, title: '打印采集表', says: 'A4，含照片和查验编号' },
    { href: paths.access, title: '谁看过我的信息', says: looked },
    { href: paths.download, title: '下载我的信息', says: '填写内容、审核意见和同意记录' },
  ]
  return (
    <ul className="menu-links sub noprint">
      {entries.map(({ href, title, says }) => (
        <li key={href}>
          <a href={href}>
            <b>{title}</b>
            <span className="d">{says}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
