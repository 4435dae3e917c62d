import type { PictureRef } from '#lib/collection/field'
import { bytesText } from '#lib/collection/kinds/picture'
import type { Row } from '#lib/collection/present'
import { Icon } from '../layout/icon.tsx'
import { RowValue } from '../record/row-value.tsx'
import { Look } from './look.tsx'

interface Named {
  readonly key: string
  readonly label: string
}

interface ViewerProps {
  pictures: readonly Named[]
  shown: Named & { readonly picture: PictureRef }
  /** In full size instead of fitted. */
  full: boolean
  href: (key: string, zoom?: string) => string
  form: string | undefined
  src: string
  /** Oversight reads the rows, not the pictures (contract section 3). */
  visible: boolean
  /** The typed values that the picture proves. */
  proves: readonly Row[]
  masked: boolean
  /** Something was noticed about it. */
  hint: string | undefined
}

const noDocument = () => ''

/** The pictures beside the data that they prove; tabs and sizes work without scripts. */
export function Viewer(props: ViewerProps) {
  const { pictures, shown, full, href, form, src, visible, proves, masked, hint } = props
  const { width, height, bytes } = shown.picture
  return (
    <section className="panel viewer" id="viewer" aria-label="材料">
      <nav className="tabs" aria-label="材料列表">
        {pictures.map(({ key, label }) => (
          <Look key={key} picture={key} href={href(key)} form={form} current={key === shown.key}>
            {label}
          </Look>
        ))}
      </nav>
      {visible ? (
        <>
          <div className="vtools">
            <Look picture={shown.key} href={href(shown.key)} form={form} current={!full}>
              适应
            </Look>
            <Look picture={shown.key} zoom="full" href={href(shown.key, 'full')} form={form} current={full}>
              原大
            </Look>
            <a href={src} target="_blank" rel="noopener">
              新窗口
            </a>
          </div>
          <div className={full ? 'stage full' : 'stage'}>
            <img src={src} width={width} height={height} alt={shown.label} />
          </div>
        </>
      ) : (
        <p className="vtools">图片只有审核机关可以看。</p>
      )}
      <p className="vfacts">
        <span>
          <b>
            {width}×{height}
          </b>
          ，<b>{bytesText(bytes)}</b>
        </span>
        {hint ? (
          <span className="mw">
            <Icon name="warn" />
            {hint}
          </span>
        ) : null}
      </p>
      {proves.length > 0 ? (
        <div className="match">
          <table>
            <caption className="vh">对照填写内容</caption>
            <thead>
              <tr>
                <th scope="col">对照</th>
                <th scope="col">填写</th>
              </tr>
            </thead>
            <tbody>
              {proves.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label}</th>
                  <td>
                    <RowValue row={row} masked={masked} documentHref={noDocument} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  )
}
