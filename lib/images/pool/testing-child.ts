// A picture process that misbehaves as the words of its job say; for tests.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { serve } from './serve.ts'

const kept: unknown[] = []

const DEEDS: Readonly<Record<string, () => unknown>> = {
  abort: () => process.abort(),
  exit: () => process.exit(3),
  hang: () => {
    for (;;);
  },
  sleep: () => wait(60_000),
  throw: () => {
    throw new Error('no such picture')
  },
  /** Memory of libraries, as a decoder takes it. */
  'eat bytes': () => {
    for (let n = 0; n < 40; n++) kept.push(Buffer.alloc(50_000_000, 1))
  },
  /** Memory of the engine. */
  'eat objects': () => {
    for (;;) kept.push(Array.from({ length: 1000 }, (_, n) => ({ n })))
  },
  rss: () => Buffer.from(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? ''),
  pid: () => Buffer.from(String(process.pid)),
  environment: () => Buffer.from(JSON.stringify(process.env)),
}

serve(async (job) => {
  if (job.name !== 'preview') throw new Error('not tried')
  const [deed = '', rest = ''] = job.work.toString('latin1').split(':')
  if (deed === 'wait') await wait(Number(rest))
  return DEEDS[deed]?.() ?? job.work
})
