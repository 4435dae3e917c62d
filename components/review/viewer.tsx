import type { PictureRef } from '#lib/collection/field'
import { bytesText } from '#lib/collection/kinds/picture'

interface ViewerProps {
  pictures: readonly { readonly key: string; readonly label: string }[]
  shown: { readonly key: string; readonly label: string; readonly picture: PictureRef }
  href: (key: string) => string
  src: string
  /** Oversight reads the rows, not the pictures (contract section 3). */
  visible: boolean
  uploaded: string
}

/** The pictures beside the data that they prove; tabs and zoom are links. */
export function Viewer({ pictures, shown, href, src, visible }: ViewerProps) {
  const { width, height, bytes } = shown.picture
  return (
    <section className="panel viewer" id="viewer" aria-label="材料">
      <nav className="tabs" aria-label="材料">
        {pictures.map(({ key, label }) => (
          <a key={key} href={href(key)} aria-current={key === shown.key ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {visible ? (
        <>
          <div className="vtools">
            <span aria-current="true">适应</span>
            <a href={src} target="_blank" rel="noopener">
              原大（新窗口）
            </a>
          </div>
          <div className="stage">
            <img src={src} width={width} height={height} alt={shown.label} />
          </div>
        </>
      ) : (
        <p className="vtools">图片只有审核机关可以看。</p>
      )}
      <p className="vfacts">
        <span>
          <b>
            {width}×{height}，{bytesText(bytes)}
          </b>
        </span>
        {shown.picture.flags.includes('background') ? <span className="mw">背景可能不是白色</span> : null}
      </p>
    </section>
  )
}
