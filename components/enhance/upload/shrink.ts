import type { Measured, Size } from '#lib/collection/frame'

/** A file as it will be sent: itself, or what the browser made of it. */
export interface Ready {
  readonly blob: Blob
  /** Upright; nothing when this browser cannot read the picture. */
  readonly facts: Measured | undefined
  /** What it was, when it was shrunk. */
  readonly from: Measured | undefined
}

/** Smaller files are sent as they are: the server does the same to them with more care. */
const LARGE = { bytes: 2_000_000, side: 2600 }
const QUALITY = 0.9

/** Whether the picture is worth shrinking before it is sent. */
export const isLarge = ({ width, height, bytes }: Measured): boolean =>
  bytes > LARGE.bytes || Math.max(width, height) > LARGE.side

/**
 * The size to send: the longer side at most `side`, both sides at least the minimum, never larger than it is.
 */
export function sizeToSend({ width, height }: Size, side: number, least: Size): Size {
  const wanted = Math.max(side / Math.max(width, height), least.width / width, least.height / height)
  const scale = Math.min(1, wanted)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** Pictures drawn upright by their EXIF, as everywhere since 2020; elsewhere the file is sent as it is. */
const turnsByItself = (): boolean => CSS.supports('image-orientation', 'from-image')

const toBlob = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))

async function redraw(image: HTMLImageElement, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  // Transparent pictures are shown, and stored, on white.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, width, height)
  return toBlob(canvas)
}

/**
 * Makes a large picture small enough for a slow line. An image element instead of `createImageBitmap`, which
 * Safari before 15 does not have.
 * @param image the file, loaded
 */
export async function prepare(
  file: File,
  image: HTMLImageElement,
  side: number,
  least: Size,
): Promise<Ready> {
  const from = { width: image.naturalWidth, height: image.naturalHeight, bytes: file.size }
  const asIs = { blob: file, facts: from, from: undefined }
  const small = from.width < least.width || from.height < least.height
  if (small || !isLarge(from) || !turnsByItself()) return asIs
  const { width, height } = sizeToSend(from, side, least)
  const blob = await redraw(image, width, height).catch(() => null)
  if (!blob || blob.size >= file.size) return asIs
  return { blob, facts: { width, height, bytes: blob.size }, from }
}
