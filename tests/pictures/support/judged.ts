import { LIMITS } from '#lib/collection/limits'
import { isRefusal } from '#lib/images/judge'
import type { Family, Sample } from '../corpus/sample.ts'
import type { Host } from './host.ts'
import { broken, leftIn } from './stored.ts'
import { verdictOf } from './verdict.ts'

export interface Judged {
  readonly id: string
  readonly verdict: string
  /** What is wrong with what would be stored. */
  readonly wrong: readonly string[]
  readonly ms: number
  /** Bytes of the process that holds the pool, afterwards. */
  readonly rss: number
}

async function judge(host: Host, { id, slot, bytes }: Sample): Promise<Judged> {
  const file = await bytes()
  const { made, ms, rss } = await host.make(file, LIMITS[slot])
  const verdict = verdictOf(made)
  if (isRefusal(made)) return { id, verdict, ms, rss, wrong: [] }
  const { jpeg } = made.picture
  const { before } = made.outcome
  const wrong = [
    ...leftIn(jpeg),
    ...leftIn(made.work).map((what) => `working copy: ${what}`),
    ...broken(jpeg, made.picture, before, LIMITS[slot]),
  ]
  return { id, verdict, ms, rss, wrong }
}

/** Sends a family through the pool, two files at a time as the pool has two processes. @returns in order */
export async function judgeFamily(host: Host, { samples }: Family): Promise<Judged[]> {
  const judged: Judged[] = []
  const line = samples.entries()
  const work = async () => {
    for (const [at, sample] of line) judged[at] = await judge(host, sample)
  }
  await Promise.all([work(), work()])
  return judged
}
