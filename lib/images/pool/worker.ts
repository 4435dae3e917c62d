import { type ChildProcess, spawn } from 'node:child_process'
import type { Job, Reply } from './job.ts'

export interface WorkerSettings {
  /** Path of the program, which calls `serve`. */
  readonly program: string
  /** Milliseconds that a job may take, the start of the process included. */
  readonly jobMs: number
  /** Jobs after which the process is replaced, so that what its libraries have lost is given back. */
  readonly jobs: number
  /** Kilobytes of memory that the process may ask for, see `docs/pictures.md`. */
  readonly memoryKb: number
}

/** Why there is no reply: the process was ended for its time, or ended by itself. */
type Lost = 'late' | 'died'

// POSIX has no other way to limit a process before it runs. `nice`: pages come before pictures.
const LIMITED = 'ulimit -d "$0" 2>/dev/null; exec nice -n 15 "$@"'
const FLAGS = ['--max-old-space-size=128', '--disable-warning=ExperimentalWarning']

/** One picture process at a time, started when a job needs it. It does not keep this process alive while idle. */
export class Worker {
  readonly #settings: WorkerSettings
  #child: ChildProcess | undefined
  #done = 0

  constructor(settings: WorkerSettings) {
    this.#settings = settings
  }

  get started(): boolean {
    return this.#child !== undefined
  }

  /** @returns process id of the process that is there, for tests and measurements */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Does one job; the next may be given when this one is settled. */
  run(job: Job): Promise<Reply | Lost> {
    this.#child ??= this.#start()
    const child = this.#child
    child.ref()
    child.channel?.ref()
    return new Promise((resolve) => {
      const settle = (outcome: Reply | Lost) => {
        clearTimeout(timer)
        child.off('message', settle).off('exit', died).off('error', died)
        if (typeof outcome === 'string') this.#drop(child)
        else this.#rest(child)
        resolve(outcome)
      }
      const died = () => settle('died')
      const { jobMs } = this.#settings
      const timer = setTimeout(() => {
        console.error(`A picture took longer than ${jobMs} ms: its process was ended.`)
        settle('late')
      }, jobMs)
      child.on('message', settle).on('exit', died).on('error', died)
      // An error of sending is followed by the end of the process.
      child.send(job, () => {})
    })
  }

  /** Ends the process at once. */
  stop(): void {
    if (this.#child) this.#drop(this.#child)
  }

  #start(): ChildProcess {
    const { program, memoryKb } = this.#settings
    this.#done = 0
    const command = [process.execPath, ...FLAGS, program]
    const child = spawn('sh', ['-c', LIMITED, String(memoryKb), ...command], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      // Nothing of this process's settings: the decoder needs no keys and no addresses.
      env: {
        PATH: process.env.PATH,
        NODE_ENV: process.env.NODE_ENV,
        UV_THREADPOOL_SIZE: '2',
        VIPS_WARNING: '1',
      },
    })
    child.on('error', (error) => console.error('A picture process could not be started:', error.message))
    child.on('exit', (code, signal) => {
      if (this.#child === child) this.#child = undefined
      if (code !== 0 && !child.killed) console.error(`A picture process ended by ${signal ?? code}.`)
    })
    return child
  }

  #rest(child: ChildProcess): void {
    child.unref()
    child.channel?.unref()
    if (++this.#done < this.#settings.jobs) return
    this.#child = undefined
    child.disconnect()
  }

  #drop(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined
    child.unref()
    child.channel?.unref()
    child.kill('SIGKILL')
  }
}
