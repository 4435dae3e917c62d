import type { Crop, Measured } from '#lib/collection/frame'
import type { PictureLimit } from '#lib/collection/limits'
import type { Conformed, Turn } from '#lib/images/conform'
import { isRefusal, type Refusal } from '#lib/images/judge'
import { pool } from '#lib/images/pool/current'
import type { Look } from '#lib/images/preview'
import type { UploadOutcome } from './outcome.ts'

/** A picture that obeys its slot, with what its page will tell about it. */
export interface MadePicture {
  readonly picture: Conformed
  readonly outcome: UploadOutcome
}

/** What the applicant may ask of a picture that is there: another frame, or a further turn. */
export interface Wish {
  readonly crop?: Crop
  /** Degrees clockwise, on top of earlier turns. */
  readonly turn?: Turn
}

type Known = Pick<UploadOutcome, 'before' | 'device' | 'lying' | 'crop' | 'turned'>

function tell(picture: Conformed, known: Known): MadePicture {
  const { width, height, bytes, whiteness, advice } = picture
  const { before } = known
  // What was shrunk into its working copy already is shrunk, however few pixels came after that.
  const same = known.turned !== 0 || (width === before.width && height === before.height)
  const changes = picture.changes.length > 0 || same ? picture.changes : (['shrunk'] as const)
  const seen = whiteness ? { whiteness: { share: whiteness.share, verdict: whiteness.verdict } } : {}
  const verdict = changes.length === 0 ? 'accepted' : 'adjusted'
  return {
    picture,
    outcome: { ...known, verdict, after: { width, height, bytes }, changes, advice, ...seen },
  }
}

/**
 * Makes what is stored of an upload, and its working copy (D7, D8), in a picture process.
 * @param bytes the file as sent, whatever it is
 * @param device what it was before the browser shrank it
 * @returns the refusal with what was measured when it cannot be used
 */
export async function makePicture(
  bytes: Buffer,
  limit: PictureLimit,
  device?: Measured,
): Promise<(MadePicture & { readonly work: Buffer }) | Refusal> {
  const made = await pool().run('make', { bytes, limit })
  if (isRefusal(made)) return made
  const { facts, picture, work } = made
  const known: Known = {
    before: {
      width: facts.uprightWidth,
      height: facts.uprightHeight,
      bytes: facts.bytes,
      format: facts.format,
    },
    lying: facts.orientation !== 1,
    turned: 0,
    ...(device ? { device } : {}),
    ...(limit.exact ? { crop: 'centre' } : {}),
  }
  return { ...tell(picture, known), work }
}

/** Makes the picture anew from its working copy, with another frame or a turn. */
export async function remakePicture(
  work: Buffer,
  limit: PictureLimit,
  last: UploadOutcome,
  wish: Wish,
): Promise<MadePicture | Refusal> {
  const { before, device, lying = false } = last
  // A frame is a part of the picture as it was turned then.
  const kept = wish.turn && typeof last.crop === 'object' ? 'centre' : last.crop
  const crop = wish.crop ?? kept
  const turned = ((last.turned + (wish.turn ?? 0)) % 360) as Turn
  const known: Known = { before, lying, turned, ...(device ? { device } : {}), ...(crop ? { crop } : {}) }
  const options = { turn: turned, turned: lying, ...(crop ? { crop } : {}) }
  const picture = await pool().run('remake', { work, limit, options })
  return isRefusal(picture) ? picture : tell(picture, known)
}

/** A small JPEG of a working copy, to show beside what was made of it. */
export const previewPicture = (work: Buffer, look: Look): Promise<Buffer | Refusal> =>
  pool().run('preview', { work, look })
