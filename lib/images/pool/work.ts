import { conform, makeWorkingCopy } from '../conform.ts'
import { inspect } from '../inspect.ts'
import { isRefusal, judge, seenOf } from '../judge.ts'
import { previewOf } from '../preview.ts'
import type { Input, Job, JobName, Output } from './job.ts'

async function make({ bytes, limit }: Input<'make'>): Promise<Output<'make'>> {
  const facts = await inspect(bytes)
  const refusal = judge(facts, limit)
  const seen = seenOf(facts)
  if (refusal) return { ...refusal, seen }
  const options = { turned: facts.orientation !== 1 }
  try {
    const work = await makeWorkingCopy(bytes, facts.wide)
    const usual = await conform(work, limit, options)
    // A very long picture can fall below the minimum in its working copy; the upload itself did not.
    const long = isRefusal(usual) && usual.code === 'tooSmall'
    const picture = long ? await conform(bytes, limit, { ...options, wide: facts.wide }) : usual
    return isRefusal(picture) ? { ...picture, seen } : { facts, work, picture }
  } catch {
    return { code: 'broken', seen }
  }
}

/**
 * Does a job in this process.
 * @throws when a working copy cannot be decoded; a broken upload is a refusal
 */
export async function work(job: Job): Promise<Output<JobName>> {
  switch (job.name) {
    case 'make':
      return make(job)
    case 'remake':
      return conform(job.work, job.limit, job.options)
    case 'preview':
      return previewOf(job.work, job.look)
  }
}
