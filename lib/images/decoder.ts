import sharp, { type Metadata, type Sharp } from 'sharp'
import { UPLOAD } from '../collection/limits.ts'

// By default libvips opens SVG, GIF, TIFF, WebP and AVIF too, each a decoder to attack: only two remain.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
sharp.concurrency(1)
sharp.cache(false)

/** Seconds that one operation may take before libvips gives up. */
const SECONDS = 15

/** A pipeline over untrusted bytes: capped in pixels and time, first frame only. */
export const decode = (bytes: Buffer): Sharp =>
  sharp(bytes, { limitInputPixels: UPLOAD.maxPixels, failOn: 'error', pages: 1 }).timeout({
    seconds: SECONDS,
  })

/** Size and orientation by the header alone: no pixel is decoded, so the cap on pixels does not apply. */
export const readHeader = (bytes: Buffer): Promise<Metadata> =>
  sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata()

/** A pipeline over pixels that this process decoded itself. */
export const fromPixels = (
  data: Buffer,
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 },
): Sharp => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
