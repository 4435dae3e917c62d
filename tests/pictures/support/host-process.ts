// What the service is to the pool, and nothing else: takes uploads, holds the pool, tells its own memory.
import { makePicture } from '#lib/uploads/make-picture'
import type { Answer, Question } from './host.ts'

process.on('disconnect', () => process.exit(0))
process.on('message', async ({ id, bytes, limit }: Question) => {
  const from = performance.now()
  const made = await makePicture(Buffer.from(bytes), limit)
  process.send?.({ id, made, ms: performance.now() - from, rss: process.memoryUsage().rss } satisfies Answer)
})
