import { createElement } from 'react'
import type { PictureRef } from '#lib/collection/field'
import { bytesText } from '#lib/collection/kinds/picture'
import type { Row } from '#lib/collection/present'
import { type Look as Asked, nearer, turned } from '#lib/review/look'
import { Icon } from '../layout/icon.tsx'
import { RowText } from '../record/row-value.tsx'
import { Look } from './look.tsx'
import { Stage } from './stage.tsx'

interface Named {
  readonly key: string
  readonly label: string
}

interface ViewerProps {
  pictures: readonly Named[]
  shown: Named & { readonly picture: PictureRef }
  look: Asked
  href: (look: Asked) => string
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

/** Sizes and turns as links or buttons, and the picture; the script does the same in place. */
function Shown({ shown, look, href, form, src }: Omit<ViewerProps, 'pictures' | 'proves' | 'visible'>) {
  const { width, height } = shown.picture
  const tools = [
    { live: 'fit', text: '适应', to: { ...look, zoom: 'fit', turn: '0' }, on: look.zoom === 'fit' },
    { live: 'full', text: '原大', to: { ...look, zoom: 'full' }, on: look.zoom === 'full' },
    { live: 'nearer', text: '放大', to: { ...look, zoom: nearer(look.zoom) }, on: false },
    { live: 'turn', text: '旋转 90°', to: { ...look, turn: turned(look.turn) }, on: false },
  ] as const
  return createElement(
    'picture-viewer',
    {},
    <div className="vtools">
      {tools.map(({ live, text, to, on }) => (
        <Look key={live} to={to} href={href(to)} form={form} current={on} live={live}>
          {text}
        </Look>
      ))}
      <a href={src} target="_blank" rel="noopener">
        新窗口
      </a>
    </div>,
    <Stage src={src} width={width} height={height} alt={shown.label} zoom={look.zoom} turn={look.turn} />,
  )
}

/** The pictures beside the data that they prove; tabs, sizes and turns work without scripts. */
export function Viewer(props: ViewerProps) {
  const { pictures, shown, href, form, visible, proves, masked, hint } = props
  const { width, height, bytes } = shown.picture
  return (
    <section className="panel viewer" id="viewer" aria-label="材料">
      <nav className="tabs" aria-label="材料列表">
        {pictures.map(({ key, label }) => {
          const to = { att: key, zoom: 'fit', turn: '0' } as const
          return (
            <Look key={key} to={to} href={href(to)} form={form} current={key === shown.key}>
              {label}
            </Look>
          )
        })}
      </nav>
      {visible ? <Shown {...props} /> : <p className="vtools">图片只有审核机关可以看。</p>}
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
                    <RowText row={row} masked={masked} />
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
