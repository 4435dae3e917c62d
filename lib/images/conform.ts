import { createHash } from 'node:crypto'
import type { Crop } from '../collection/frame.ts'
import { type PictureLimit, WORKING_SIDE } from '../collection/limits.ts'
import type { Advice } from '../collection/picture-flags.ts'
import { advise } from './advice/advise.ts'
import { fitCertificate } from './certificate.ts'
import { decode } from './decoder.ts'
import { isRefusal, type Refusal, tooSmall } from './judge.ts'
import type { Done } from './made.ts'
import { cropPortrait } from './portrait.ts'
import { type Whiteness, whitenessOf } from './whiteness.ts'

export type Turn = 0 | 90 | 180 | 270

/** A picture as it will be stored: a JPEG without metadata that obeys its slot's limits. */
export interface Conformed {
  readonly jpeg: Buffer
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** SHA-256 of the JPEG, hex. */
  readonly digest: string
  /** `accepted`: the same pixels as the upright input, only re-encoded (D8). */
  readonly verdict: 'accepted' | 'adjusted'
  readonly changes: readonly Done[]
  readonly whiteness: Whiteness | undefined
  /** The soft judgements, each with its figure (D7). */
  readonly advice: readonly Advice[]
}

/** Upright pixels on white in sRGB. @param wide see `Facts` */
function upright(bytes: Buffer, wide: boolean) {
  const image = decode(bytes).autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb')
  // The library takes wide pictures into P3 and would leave them there.
  return wide ? image.withIccProfile('srgb', { attach: false }) : image
}

/**
 * The copy from which crops and turns are made: upright, without metadata, at most `WORKING_SIDE` long.
 * Decodes every pixel, so that a broken file is found here.
 * @param wide see `Facts`
 * @throws when the pixels cannot be decoded
 */
export function makeWorkingCopy(bytes: Buffer, wide = false): Promise<Buffer> {
  return upright(bytes, wide)
    .resize({
      width: WORKING_SIDE,
      height: WORKING_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/**
 * Makes a conforming picture of an upload or of its working copy (D7, D8).
 * @param input JPEG or PNG bytes that `judge` let pass
 * @param turned whether the upload itself lay on its side by EXIF
 * @param wide see `Facts`; never so of a working copy
 * @returns the picture, or the refusal when turning made it too small or no quality fits
 * @throws when the pixels cannot be decoded
 */
export async function conform(
  input: Buffer,
  limit: PictureLimit,
  options: { crop?: Crop; turn?: Turn; turned?: boolean; wide?: boolean } = {},
): Promise<Conformed | Refusal> {
  const { crop = 'centre', turn = 0, turned = false, wide = false } = options
  const { data, info } = await upright(input, wide)
    .rotate(turn)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const size = { width: info.width, height: info.height }
  const small = tooSmall(size, limit)
  if (small) return small
  const pixels = { data, ...size, channels: info.channels as 1 | 3 }
  const made = limit.exact
    ? await cropPortrait(pixels, limit.exact, crop)
    : await fitCertificate(pixels, limit)
  if (isRefusal(made)) return made
  const whiteness = limit.exact ? await whitenessOf(made.jpeg) : undefined
  const changes: Done[] = [...(turned || turn !== 0 ? (['turned'] as const) : []), ...made.changes]
  return {
    jpeg: made.jpeg,
    width: made.width,
    height: made.height,
    bytes: made.jpeg.length,
    digest: createHash('sha256').update(made.jpeg).digest('hex'),
    verdict: changes.length === 0 ? 'accepted' : 'adjusted',
    changes,
    whiteness,
    advice: await advise(pixels, made.jpeg, whiteness),
  } satisfies Conformed
}
