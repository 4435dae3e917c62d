import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { PictureLimit } from '#lib/collection/limits'
import type { makePicture } from '#lib/uploads/make-picture'

export interface Question {
  readonly id: number
  readonly bytes: Buffer
  readonly limit: PictureLimit
}
export interface Answer {
  readonly id: number
  readonly made: Awaited<ReturnType<typeof makePicture>>
  /** From its arrival to its result. */
  readonly ms: number
  /** Bytes, after the work. */
  readonly rss: number
}

/** A process that holds a pool as the service does. The files are made elsewhere, so that its memory tells. */
export class Host {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #asked = 0

  constructor() {
    const program = join(import.meta.dirname, 'host-process.ts')
    this.#child = fork(program, { execArgv: [], serialization: 'advanced' })
    this.#child.on('message', (answer: Answer) => {
      this.#waiting.get(answer.id)?.(answer)
      this.#waiting.delete(answer.id)
    })
  }

  make(bytes: Buffer, limit: PictureLimit): Promise<Answer> {
    const id = ++this.#asked
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#child.send({ id, bytes, limit } satisfies Question)
    })
  }

  close(): void {
    this.#child.disconnect()
  }
}
