import type { PictureLimit } from '#lib/collection/limits'
import { type Conformed, conform, makeWorkingCopy, type Turn } from '#lib/images/conform'
import { inspect } from '#lib/images/inspect'
import { judge, type Refusal } from '#lib/images/judge'
import type { Crop } from '#lib/images/portrait'
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

type Known = Pick<UploadOutcome, 'before' | 'lying' | 'crop' | 'turned'>

export const isRefusal = (x: object): x is Refusal => 'code' in x

function tell(picture: Conformed, known: Known): MadePicture {
  const { width, height, bytes, whiteness } = picture
  const { before } = known
  // What was shrunk into its working copy already is shrunk, however few pixels came after that.
  const same = known.turned !== 0 || (width === before.width && height === before.height)
  const changes = picture.changes.length > 0 || same ? picture.changes : (['shrunk'] as const)
  const seen = whiteness ? { whiteness: { share: whiteness.share, verdict: whiteness.verdict } } : {}
  const verdict = changes.length === 0 ? 'accepted' : 'adjusted'
  return { picture, outcome: { ...known, verdict, after: { width, height, bytes }, changes, ...seen } }
}

const optionsOf = ({ crop, turned, lying = false }: Known) => ({
  turn: turned,
  turned: lying,
  ...(crop ? { crop } : {}),
})

/**
 * Makes what is stored of an upload, and its working copy (D7, D8).
 * @param bytes the file as sent, whatever it is
 * @returns the refusal with what was measured when it cannot be used
 */
export async function makePicture(
  bytes: Buffer,
  limit: PictureLimit,
): Promise<(MadePicture & { readonly work: Buffer }) | Refusal> {
  const facts = await inspect(bytes)
  const refusal = judge(facts, limit)
  if (refusal) return refusal
  const known: Known = {
    before: {
      width: facts.uprightWidth,
      height: facts.uprightHeight,
      bytes: facts.bytes,
      format: facts.format,
    },
    lying: facts.orientation !== 1,
    turned: 0,
    ...(limit.exact ? { crop: 'centre' } : {}),
  }
  try {
    const work = await makeWorkingCopy(bytes)
    const usual = await conform(work, limit, optionsOf(known))
    // A very long picture can fall below the minimum in its working copy; the upload itself did not.
    const long = isRefusal(usual) && usual.code === 'tooSmall'
    const picture = long ? await conform(bytes, limit, optionsOf(known)) : usual
    return isRefusal(picture) ? picture : { ...tell(picture, known), work }
  } catch {
    return { code: 'broken' }
  }
}

/** Makes the picture anew from its working copy, with another frame or a turn. */
export async function remakePicture(
  work: Buffer,
  limit: PictureLimit,
  last: UploadOutcome,
  wish: Wish,
): Promise<MadePicture | Refusal> {
  const { before, lying = false } = last
  const crop = wish.crop ?? last.crop
  const turned = ((last.turned + (wish.turn ?? 0)) % 360) as Turn
  const known: Known = { before, lying, turned, ...(crop ? { crop } : {}) }
  const picture = await conform(work, limit, optionsOf(known))
  return isRefusal(picture) ? picture : tell(picture, known)
}
