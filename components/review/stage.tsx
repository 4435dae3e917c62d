import type { Turn, Zoom } from '#lib/review/look'

interface StageProps {
  src: string
  width: number
  height: number
  alt: string
  zoom: Zoom
  turn: Turn
}

/** A picture by quarter turns: shifted back into view after it was turned about its corner. */
const SHIFTS: Readonly<Record<Turn, (width: number, height: number) => string>> = {
  '0': () => '',
  '90': (_, height) => `translate(${height} 0) rotate(90)`,
  '180': (width, height) => `translate(${width} ${height}) rotate(180)`,
  '270': (width) => `translate(0 ${width}) rotate(270)`,
}

/** The picture in the viewer. A turned one is drawn, so that no style is needed and its box is the turned one. */
export function Stage({ src, width, height, alt, zoom, turn }: StageProps) {
  const lying = turn === '90' || turn === '270'
  const [w, h] = lying ? [height, width] : [width, height]
  return (
    <div className={`stage ${zoom === 'full' ? 'full' : `z-${zoom}`}`} data-stage="">
      {turn === '0' ? (
        <img src={src} width={width} height={height} alt={alt} data-picture="" />
      ) : (
        <svg viewBox={`0 0 ${w} ${h}`} width={w} height={h} role="img" aria-label={alt} data-picture="">
          <image href={src} width={width} height={height} transform={SHIFTS[turn](width, height)} />
        </svg>
      )}
    </div>
  )
}
