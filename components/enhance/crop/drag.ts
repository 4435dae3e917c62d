import { type Frame, heightOf, inside, type Size, scaled } from '#lib/collection/frame'
import type { Corner } from './drawing.ts'

/** A frame with one corner pulled by a distance, the opposite corner staying. Distances are fractions. */
export function pulled(frame: Frame, corner: Corner, across: number, picture: Size, kept: Size): Frame {
  const out = corner.endsWith('e') ? across : -across
  const grown = scaled(frame, Math.max(0.01, 1 + out / frame.width), picture, kept)
  // `scaled` keeps the middle; the opposite corner is kept instead.
  const more = grown.width - frame.width
  const down = heightOf(more, picture, kept)
  const x = corner.endsWith('e') ? frame.x : frame.x - more
  const y = corner.startsWith('s') ? frame.y : frame.y - down
  return inside({ x, y, width: grown.width }, picture, kept)
}

/** Where a pointer is in the drawing, in fractions of the picture; the drawing may have empty sides. */
function fractions(event: PointerEvent, stage: SVGGraphicsElement, picture: Size): { x: number; y: number } {
  const matrix = stage.getScreenCTM()
  if (!matrix) return { x: 0, y: 0 }
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
  return { x: x / picture.width, y: y / picture.height }
}

interface Drag {
  readonly stage: SVGGraphicsElement
  readonly picture: Size
  readonly kept: Size
  readonly frame: () => Frame
  readonly put: (frame: Frame) => void
}

/** Lets a pointer move the frame by its inside and size it by its corners. */
export function followPointer({ stage, picture, kept, frame, put }: Drag): void {
  stage.addEventListener('pointerdown', (event) => {
    const target = event.target
    if (!(target instanceof Element) || !target.matches('.frame, .handle')) return
    const corner = target.getAttribute('data-corner') as Corner | null
    const [from, start] = [fractions(event, stage, picture), frame()]
    const move = (next: PointerEvent) => {
      const to = fractions(next, stage, picture)
      const [across, down] = [to.x - from.x, to.y - from.y]
      put(
        corner
          ? pulled(start, corner, across, picture, kept)
          : inside({ x: start.x + across, y: start.y + down, width: start.width }, picture, kept),
      )
    }
    const stop = () => {
      target.removeEventListener('pointermove', move as EventListener)
      target.removeEventListener('pointerup', stop)
      target.removeEventListener('pointercancel', stop)
    }
    event.preventDefault()
    stage.focus()
    target.setPointerCapture(event.pointerId)
    target.addEventListener('pointermove', move as EventListener)
    target.addEventListener('pointerup', stop)
    target.addEventListener('pointercancel', stop)
  })
}
