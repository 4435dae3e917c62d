import { on } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Batch } from './batch.ts'
import type { Making } from './making.ts'
import { type Plan, plansOf, type Spread, TOGETHER } from './plan.ts'

/** One writer takes what so many makers make. */
const MOST = 4
/** Batches that each maker has before it. */
const AHEAD = 2
/** Room for the lives of a batch, so that they are not taken for long-lived. */
const YOUNG_MB = 64

interface Maker {
  readonly ask: (plan: Plan) => void
  /** The batches in the order in which they were asked for. @throws what the thread threw */
  readonly next: () => Promise<Batch>
  readonly end: () => Promise<number>
}

function makerOf(making: Making): Maker {
  const worker = new Worker(new URL('./maker.ts', import.meta.url), {
    workerData: making,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const made = on(worker, 'message')
  return {
    ask: (plan) => worker.postMessage(plan),
    next: async () => (await made.next()).value?.[0] as Batch,
    end: () => worker.terminate(),
  }
}

/**
 * The batches of a crowd in the order of the plan, made on every core; how many there are changes nothing
 * in what is made.
 */
export async function* madeAside(asked: Making & Spread): AsyncGenerator<Batch> {
  const { people, county: _, ...making } = asked
  const many = Math.min(MOST, availableParallelism(), Math.ceil(people / TOGETHER))
  const makers = Array.from({ length: many }, () => makerOf(making))
  const plans = plansOf(asked)
  const waiting: Maker[] = []
  const ask = (maker: Maker) => {
    const { value, done } = plans.next()
    if (done) return
    maker.ask(value)
    waiting.push(maker)
  }
  try {
    for (let n = 0; n < AHEAD; n++) for (const maker of makers) ask(maker)
    for (let maker = waiting.shift(); maker; maker = waiting.shift()) {
      const batch = await maker.next()
      ask(maker)
      yield batch
    }
  } finally {
    await Promise.all(makers.map((maker) => maker.end()))
  }
}
