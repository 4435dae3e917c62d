import type { PictureRef } from '#lib/collection/field'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { Thumb } from '../record/thumb.tsx'

/** One clean application with its pictures and the typed values that each proves. */
export interface SheetFile {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly tail: string
  readonly unit: string
  readonly submitted: string
  readonly pictures: readonly {
    readonly key: string
    readonly label: string
    readonly picture: PictureRef
    readonly says: string
  }[]
}

interface ContactSheetProps {
  files: readonly SheetFile[]
  action: (form: FormData) => Promise<void>
  href: (id: string) => string
  documentHref: (id: string) => string
  /** Everything on the sheet is ticked. */
  all: boolean
  allHref: string
}

/** The pictures of many files side by side; what is ticked is approved in one go. */
export function ContactSheet({ files, action, href, documentHref, all, allHref }: ContactSheetProps) {
  return (
    <Form name="fast" action={action} label="快速通道">
      <div className="bulk panel">
        <span>看过图片和对照内容再勾选。勾选的每一件都重新核验、认领，并单独写入审计日志。</span>
        <span className="links">
          <a href={allHref}>{all ? '全部不选' : '全部勾选'}</a>
        </span>
      </div>
      <ul className="sheets">
        {files.map(({ id, version, name, tail, unit, submitted, pictures }) => (
          <li key={id} className="panel" data-clean={id}>
            <div className="panel-h">
              <label className="choice">
                <input type="checkbox" name="pick" value={`${id}:${version}`} defaultChecked={all} />
                <span className="t">
                  <b>{name}</b> <span className="num">{tail}</span>
                </span>
              </label>
              <a href={href(id)}>逐件审核</a>
            </div>
            <p className="muted">
              {unit || '无工作单位'}，{submitted} 提交
            </p>
            <ul className="strip">
              {pictures.map(({ key, label, picture, says }) => (
                <li key={key}>
                  <Thumb
                    picture={picture}
                    href={documentHref(picture.documentId)}
                    alt={`${name}的${label}`}
                  />
                  <span className="cap">{label}</span>
                  <span className="says">{says}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button>通过勾选的申请</Button>
      </div>
    </Form>
  )
}
