import { boxOf, type Frame, type Size } from '#lib/collection/frame'
import { pixels } from './outcome.ts'

interface CropStageProps {
  /** The whole picture, upright. */
  src: string
  /** Pixels of the picture that the frame is a part of. */
  picture: Size
  kept: Size
  frame: Frame
}

/**
 * The whole picture with the frame, and what the frame gives: drawings, so that neither needs a style or a
 * script. The script moves the same two.
 */
export function CropStage({ src, picture, kept, frame }: CropStageProps) {
  const box = boxOf(frame, picture, kept)
  return (
    <div className="cropping">
      <figure>
        <svg
          className="crop-stage"
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          role="img"
          aria-label="原图和裁切框"
          data-stage=""
        >
          <image href={src} {...picture} />
          <path
            className="shade"
            fillRule="evenodd"
            d={`M0 0h${picture.width}v${picture.height}h-${picture.width}z M${box.x} ${box.y}h${box.width}v${box.height}h-${box.width}z`}
          />
          <rect className="frame" {...box} />
        </svg>
        <figcaption>
          框内 <span data-size="">{pixels(box)}</span> 像素，至少要 {pixels(kept)}
        </figcaption>
      </figure>
      <figure className="cropped">
        <svg
          viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
          role="img"
          aria-label="裁切后的样子"
          data-result=""
        >
          <image href={src} {...picture} />
        </svg>
        <figcaption>
          <b>裁切后</b>
          {pixels(kept)}
        </figcaption>
      </figure>
    </div>
  )
}
