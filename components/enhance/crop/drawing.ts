import { boxOf, type Frame, type Size } from '#lib/collection/frame'

/** The two drawings of the crop page, and the forms that carry the frame. */
export interface Place {
  readonly root: HTMLElement
  readonly picture: Size
  readonly kept: Size
}

const CORNERS = ['nw', 'ne', 'sw', 'se'] as const
export type Corner = (typeof CORNERS)[number]

const SVG = 'http://www.w3.org/2000/svg'

/** Adds the four handles, which only the script can use. */
export function addHandles(stage: SVGElement, picture: Size): void {
  const side = Math.max(picture.width, picture.height) / 22
  for (const corner of CORNERS) {
    const handle = document.createElementNS(SVG, 'rect')
    handle.setAttribute('class', `handle ${corner}`)
    handle.setAttribute('data-corner', corner)
    handle.setAttribute('width', String(side))
    handle.setAttribute('height', String(side))
    stage.appendChild(handle)
  }
}

function set(element: Element | null, attributes: Readonly<Record<string, number | string>>): void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, String(value))
}

/** Draws a frame: attributes of drawings only, so that no style is touched. */
export function draw({ root, picture, kept }: Place, frame: Frame): void {
  const { x, y, width, height } = boxOf(frame, picture, kept)
  set(root.querySelector('.frame'), { x, y, width, height })
  const hole = `M${x} ${y}h${width}v${height}h-${width}z`
  set(root.querySelector('.shade'), {
    d: `M0 0h${picture.width}v${picture.height}h-${picture.width}z ${hole}`,
  })
  set(root.querySelector('[data-result]'), { viewBox: `${x} ${y} ${width} ${height}` })
  for (const handle of root.querySelectorAll<SVGElement>('[data-corner]')) {
    const side = Number(handle.getAttribute('width'))
    const corner = handle.dataset.corner as Corner
    const right = corner.endsWith('e') ? width : 0
    const bottom = corner.startsWith('s') ? height : 0
    set(handle, { x: x + right - side / 2, y: y + bottom - side / 2 })
  }
  const text = root.querySelector('[data-size]')
  if (text) text.textContent = `${width}×${height}`
}
