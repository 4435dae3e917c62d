import type { Advice, PictureFlag } from '#lib/collection/picture-flags'
import type { Pixels } from '../made.ts'
import type { Whiteness } from '../whiteness.ts'
import { brightOf, contrastOf, glareOf } from './brightness.ts'
import { lumaOf, lumaOfPixels, tilesOf } from './luma.ts'
import { screenOf } from './screen.ts'
import { sharpnessOf } from './sharpness.ts'
import { BACKGROUND, BLANK, DARK, GLARE, GREY, SCREEN, SHARP } from './thresholds.ts'

const atLeast = (flag: PictureFlag, measured: number, asked: number): Advice => ({
  flag,
  measured,
  asked,
  noticed: measured < asked,
})

const below = (flag: PictureFlag, measured: number, asked: number): Advice => ({
  flag,
  measured,
  asked,
  noticed: measured >= asked,
})

/** Whether the upload, upright and before any crop, looks like a phone's screen. */
async function screenAdvice(upload: Pixels): Promise<Advice> {
  const luma = await lumaOfPixels(upload, GREY.longest)
  return below('screenshot', screenOf(luma, tilesOf(luma, GREY.tile)), SCREEN.even)
}

/** R10 */
const backgroundAdvice = ({ share, verdict }: Whiteness): Advice => ({
  flag: 'background',
  measured: share,
  asked: BACKGROUND.pass.share,
  noticed: verdict !== 'white',
})

/**
 * Every soft judgement of a picture, in the order in which they are told. Of a picture that shows nothing
 * only its background can be judged.
 * @param upload the upright pixels it was made of
 * @param whiteness of a portrait; certificates have none and are looked at for glare
 */
export async function advise(
  upload: Pixels,
  jpeg: Buffer,
  whiteness: Whiteness | undefined,
): Promise<Advice[]> {
  const background = whiteness ? [backgroundAdvice(whiteness)] : []
  const luma = await lumaOf(jpeg, GREY.longest)
  if (contrastOf(luma) < BLANK) return background
  const tiles = tilesOf(luma, GREY.tile)
  const screen = await screenAdvice(upload)
  return [
    ...background,
    atLeast('blur', sharpnessOf(tiles), SHARP.asked[whiteness ? 'portrait' : 'certificate']),
    // The paper of a screen is white everywhere, and no lamp is mirrored in it.
    ...(whiteness || screen.noticed ? [] : [below('glare', glareOf(luma, tiles), GLARE.asked)]),
    atLeast('dark', brightOf(luma), DARK.asked),
    screen,
  ]
}
