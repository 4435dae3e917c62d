import type { Refusal } from '../judge.ts'
import type { Input, Job, JobName, Output } from './job.ts'
import { Worker, type WorkerSettings } from './worker.ts'

export interface PoolSettings extends WorkerSettings {
  readonly workers: number
  /** Jobs that may wait; each holds its upload in memory. */
  readonly waiting: number
}

/** Does pictures in processes of their own, so that a file that kills its decoder kills nothing else. */
export class Pool {
  readonly #settings: PoolSettings
  readonly #idle: Worker[]
  readonly #line: ((worker: Worker) => void)[] = []
  readonly #all: readonly Worker[]

  constructor(settings: PoolSettings) {
    this.#settings = settings
    this.#all = Array.from({ length: settings.workers }, () => new Worker(settings))
    this.#idle = [...this.#all]
  }

  /** @returns process ids of the processes that are there */
  get pids(): number[] {
    return this.#all.flatMap((worker) => worker.pid ?? [])
  }

  /** Jobs that wait for a process. */
  get waiting(): number {
    return this.#line.length
  }

  /**
   * Does a job in its turn: first come, first served.
   * @returns its result; `busy` when too many wait, `unworkable` when it took too long or its process died
   * @throws what the job throws
   */
  async run<N extends JobName>(name: N, input: Input<N>): Promise<Output<N> | Refusal> {
    if (this.#idle.length === 0 && this.#line.length >= this.#settings.waiting) return { code: 'busy' }
    const worker = await this.#next()
    const reply = await worker.run({ name, ...input } as Job)
    this.#give(worker)
    if (typeof reply === 'string') return { code: 'unworkable' }
    if ('error' in reply) throw new Error(reply.error)
    return reply.result as Output<N>
  }

  /** Ends the processes at once; jobs under way are `unworkable`. */
  stop(): void {
    for (const worker of this.#all) worker.stop()
  }

  async #next(): Promise<Worker> {
    // One that has its process already: a second one is started only for a second job at the same time.
    const at = Math.max(
      0,
      this.#idle.findIndex((worker) => worker.started),
    )
    const [worker] = this.#idle.splice(at, 1)
    return worker ?? new Promise((resolve) => this.#line.push(resolve))
  }

  #give(worker: Worker): void {
    const next = this.#line.shift()
    if (next) next(worker)
    else this.#idle.push(worker)
  }
}
