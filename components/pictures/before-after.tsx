import type { Measured } from '#lib/collection/frame'
import { bytesText } from '#lib/collection/kinds/picture'
import { type Outcome, pixels } from './outcome.ts'

interface BeforeAfterProps {
  outcome: Outcome
  label: string
  /** Exactly the stored bytes. */
  storedHref: string
  /** The upload in small, while its working copy is there. */
  previewHref?: string | undefined
}

/** The picture as it was sent beside the picture as it is stored. */
export function BeforeAfter({ outcome, label, storedHref, previewHref }: BeforeAfterProps) {
  const { before, device, after } = outcome
  return (
    <div className="ba">
      {previewHref ? (
        <figure>
          <span className="pic">
            <img src={previewHref} width={before.width} height={before.height} alt={`${label}原图`} />
          </span>
          <figcaption>
            <b>原图</b>
            <Figure {...(device ?? before)} />
            {device ? <span className="muted br">上传前先缩到 {pixels(before)}</span> : null}
          </figcaption>
        </figure>
      ) : null}
      <figure>
        <span className={after.height > after.width ? 'pic true' : 'pic'}>
          <img data-stored="" src={storedHref} width={after.width} height={after.height} alt={label} />
        </span>
        <figcaption>
          <b>处理后</b>
          <Figure {...after} />
          <a className="br" href={storedHref}>
            查看大图
          </a>
        </figcaption>
      </figure>
    </div>
  )
}

function Figure(measured: Measured) {
  return (
    <>
      {pixels(measured)}
      <br />
      {bytesText(measured.bytes)}
    </>
  )
}
