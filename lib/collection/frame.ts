/** Pixels of a picture, or of what is cut from it. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels and length of a picture. */
export interface Measured extends Size {
  readonly bytes: number
}

/**
 * The part of a portrait that is kept, in fractions of the upright picture: left edge and width of its width,
 * top edge of its height. The height follows from the proportions of what is stored (D7).
 */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The three usual frames. */
export const USUAL = ['top', 'centre', 'bottom'] as const
export type Usual = (typeof USUAL)[number]

/** Which part of a portrait is kept: a usual frame, or one of the applicant's own. */
export type Crop = Usual | Frame

/** A step of the frame: a direction, `closer` for a smaller frame, `wider` for a larger one. */
export const MOVES = ['left', 'right', 'up', 'down', 'closer', 'wider'] as const
export type Move = (typeof MOVES)[number]

// Where a usual frame lies along the longer rest: heads stand in the upper part of a portrait.
const BIAS: Readonly<Record<Usual, number>> = { top: 0, centre: 0.35, bottom: 1 }

/** Share of the frame that one step moves, and factor of one step closer. */
const STEP = 0.05
const ZOOM = 0.92

const between = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/** Height of a frame, as a fraction of the picture's height. */
export const heightOf = (width: number, picture: Size, kept: Size): number =>
  (width * picture.width * kept.height) / (kept.width * picture.height)

/** The smallest width that does not enlarge, and the largest that lies inside the picture. */
export function widthsOf(picture: Size, kept: Size): { least: number; most: number } {
  const most = Math.min(1, (picture.height * kept.width) / (kept.height * picture.width))
  return { least: Math.min(most, kept.width / picture.width), most }
}

/** The largest frame inside the picture. A wide picture has no top or bottom: its three lie beside each other. */
export function usualFrame(usual: Usual, picture: Size, kept: Size): Frame {
  const width = widthsOf(picture, kept).most
  const [across, down] = [1 - width, Math.max(0, 1 - heightOf(width, picture, kept))]
  return { x: across * (usual === 'centre' ? 0.5 : BIAS[usual]), y: down * BIAS[usual], width }
}

/** The frame of this size that lies nearest inside the picture. */
export function inside(frame: Frame, picture: Size, kept: Size): Frame {
  const width = Math.min(frame.width, widthsOf(picture, kept).most)
  const height = heightOf(width, picture, kept)
  return { x: between(frame.x, 0, 1 - width), y: between(frame.y, 0, Math.max(0, 1 - height)), width }
}

/** A frame of another width around the same middle, within what is allowed. */
export function scaled(frame: Frame, factor: number, picture: Size, kept: Size): Frame {
  const { least, most } = widthsOf(picture, kept)
  const width = between(frame.width * factor, least, most)
  const grown = width - frame.width
  const x = frame.x - grown / 2
  const y = frame.y - heightOf(grown, picture, kept) / 2
  return inside({ x, y, width }, picture, kept)
}

/** The frame after a step, within what is allowed; `size` makes the step larger or smaller. */
export function moved(frame: Frame, move: Move, picture: Size, kept: Size, size = 1): Frame {
  const step = frame.width * STEP * size
  const [across, down] = [step, heightOf(step, picture, kept)]
  switch (move) {
    case 'left':
      return inside({ ...frame, x: frame.x - across }, picture, kept)
    case 'right':
      return inside({ ...frame, x: frame.x + across }, picture, kept)
    case 'up':
      return inside({ ...frame, y: frame.y - down }, picture, kept)
    case 'down':
      return inside({ ...frame, y: frame.y + down }, picture, kept)
    case 'closer':
      return scaled(frame, ZOOM ** size, picture, kept)
    case 'wider':
      return scaled(frame, ZOOM ** -size, picture, kept)
  }
}

/** Pixels of the picture that a frame keeps. */
export const pixelsOf = (frame: Frame, picture: Size, kept: Size): Size => {
  const width = Math.min(picture.width, Math.round(frame.width * picture.width))
  return { width, height: Math.min(picture.height, Math.round((width * kept.height) / kept.width)) }
}

/** What a frame keeps, in whole pixels of the picture from its left and its top: so it is drawn, so it is cut. */
export function boxOf(
  frame: Frame,
  picture: Size,
  kept: Size,
): Size & { readonly x: number; readonly y: number } {
  const { width, height } = pixelsOf(frame, picture, kept)
  return {
    x: Math.min(picture.width - width, Math.round(frame.x * picture.width)),
    y: Math.min(picture.height - height, Math.round(frame.y * picture.height)),
    width,
    height,
  }
}

/**
 * A frame as forms and addresses write it.
 * @returns nothing unless all three are fractions, 0 to 1, the width above 0
 */
export function readFrame(value: (name: 'x' | 'y' | 'width') => string): Frame | undefined {
  const [x, y, width] = (['x', 'y', 'width'] as const).map((name) =>
    /^[01](\.\d{1,9})?$/.test(value(name)) ? Number(value(name)) : Number.NaN,
  ) as [number, number, number]
  const right = [x, y, width].every((part) => part >= 0 && part <= 1) && width > 0
  return right ? { x, y, width } : undefined
}

/** The fields of a frame, as forms post them. */
export const writeFrame = ({ x, y, width }: Frame): { x: string; y: string; width: string } => ({
  x: x.toFixed(5),
  y: y.toFixed(5),
  width: width.toFixed(5),
})
