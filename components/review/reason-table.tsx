import { Tag } from '../layout/tag.tsx'

interface Reason {
  readonly code: string
  readonly title: string
  readonly text: string
  readonly retiredAt: Date | undefined
}

interface ReasonTableProps {
  title: string
  none: string
  reasons: readonly Reason[]
  /** Where one is changed; nothing where it cannot be. */
  href?: (code: string) => string
}

/** Reasons for a return with their sentences. */
export function ReasonTable({ title, none, reasons, href }: ReasonTableProps) {
  if (reasons.length === 0) return <p className="panel panel-b sec">{none}</p>
  return (
    <div className="tablewrap">
      <table className="grid cards">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">代码</th>
            <th scope="col">名称</th>
            <th scope="col">给申请人看的话</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ code, title: name, text, retiredAt }) => (
            <tr key={code} data-reason={code}>
              <td data-l="代码">{code}</td>
              <th scope="row">{href ? <a href={href(code)}>{name}</a> : name}</th>
              <td className="full">{text}</td>
              <td className="st nw">{retiredAt ? <Tag>已停用</Tag> : <Tag tone="ok">在用</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
