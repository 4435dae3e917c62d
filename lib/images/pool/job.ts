import type { PictureLimit } from '#lib/collection/limits'
import type { Conformed, conform } from '../conform.ts'
import type { Facts } from '../inspect.ts'
import type { Refusal } from '../judge.ts'
import type { Look } from '../preview.ts'

type ConformOptions = NonNullable<Parameters<typeof conform>[2]>

/** What can be asked of a picture process, by its name: what goes in and what comes back. */
export interface Jobs {
  /** An upload, whatever it is: measured, judged, made into its working copy and its picture. */
  readonly make: { readonly in: { bytes: Buffer; limit: PictureLimit }; readonly out: Prepared | Refusal }
  /** The picture anew from its working copy. */
  readonly remake: {
    readonly in: { work: Buffer; limit: PictureLimit; options: ConformOptions }
    readonly out: Conformed | Refusal
  }
  /** A small JPEG of a working copy. */
  readonly preview: { readonly in: { work: Buffer; look?: Look }; readonly out: Buffer }
}
export type JobName = keyof Jobs
export type Input<N extends JobName> = Jobs[N]['in']
export type Output<N extends JobName> = Jobs[N]['out']

/** A job as it travels to the process. */
export type Job = { readonly [N in JobName]: { readonly name: N } & Input<N> }[JobName]

/** What comes back: the result, or the message of what was thrown. */
export type Reply = { readonly result: Output<JobName> } | { readonly error: string }

/** What an upload became: facts of the file, the working copy and the picture (D8). */
interface Prepared {
  readonly facts: Facts
  readonly work: Buffer
  readonly picture: Conformed
}
