import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'

/** What is done with an answer on its way out. */
export interface Shaper {
  /** Sets and removes headers, changes the status; called once, last before the first byte. */
  head(answer: Answer): void
  /** Whether the body is collected and given to `whole`, or passes as it is written. */
  collects(answer: Answer): boolean
  /** Gives the body to send, after changing status and headers if need be. */
  whole(answer: Answer, body: Buffer): Promise<Buffer>
}

type Callback = (error?: Error | null) => void
type Chunk = string | Uint8Array
type EncodingOrCallback = BufferEncoding | Callback

function bytesOf(chunk: Chunk, encoding: EncodingOrCallback | undefined): Buffer {
  if (typeof chunk !== 'string') return Buffer.from(chunk)
  return Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8')
}

/** A server response whose head and body can be changed after the handler has written them. */
export class Answer<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** While unset, everything is sent as written. */
  shaper: Shaper | undefined
  #state: 'open' | 'passing' | 'collecting' | 'sending' = 'open'
  #chunks: Buffer[] = []

  #decide(): void {
    if (this.#state !== 'open') return
    if (!this.shaper) {
      this.#state = 'passing'
      return
    }
    if (this.shaper.collects(this)) {
      this.#state = 'collecting'
      return
    }
    this.shaper.head(this)
    this.#state = 'passing'
  }

  /** Keeps status and headers for later; they go out with the first byte of the shaped answer. */
  override writeHead(
    status: number,
    second?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    third?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    const given = typeof second === 'string' ? third : second
    if (this.#state === 'passing' || this.#state === 'sending' || !this.shaper) {
      if (this.#state === 'open') this.#state = 'passing'
      return typeof second === 'string'
        ? super.writeHead(status, second, given)
        : super.writeHead(status, given)
    }
    this.statusCode = status
    if (Array.isArray(given)) {
      for (let i = 0; i + 1 < given.length; i += 2) this.appendHeader(String(given[i]), String(given[i + 1]))
    } else {
      for (const [name, value] of Object.entries(given ?? {}))
        if (value !== undefined) this.setHeader(name, value)
    }
    return this
  }

  /** Drops what has been written and not yet sent, so that another answer can take its place. */
  forget(): void {
    this.shaper = undefined
    this.#state = 'open'
    this.#chunks = []
    for (const name of this.getHeaderNames()) this.removeHeader(name)
  }

  override flushHeaders(): void {
    this.#decide()
    if (this.#state === 'passing') super.flushHeaders()
  }

  override write(chunk: Chunk, second?: EncodingOrCallback, third?: Callback): boolean {
    this.#decide()
    if (this.#state === 'collecting') {
      this.#chunks.push(bytesOf(chunk, second))
      const done = typeof second === 'function' ? second : third
      if (done) process.nextTick(done)
      return true
    }
    if (typeof second === 'function') return super.write(chunk, second)
    return super.write(chunk, second ?? 'utf8', third)
  }

  override end(first?: Chunk | Callback, second?: EncodingOrCallback, third?: Callback): this {
    const chunk = typeof first === 'function' ? undefined : first
    const done = [first, second, third].find((value) => typeof value === 'function') as Callback | undefined
    const encoding = typeof second === 'string' ? second : 'utf8'
    if (this.#state === 'sending') return this
    this.#decide()
    if (this.#state !== 'collecting') return chunk ? super.end(chunk, encoding, done) : super.end(done)
    if (chunk) this.#chunks.push(bytesOf(chunk, encoding))
    this.#state = 'sending'
    void this.#send(done)
    return this
  }

  async #send(done: Callback | undefined): Promise<void> {
    try {
      const collected = Buffer.concat(this.#chunks)
      const body = this.shaper ? await this.shaper.whole(this, collected) : collected
      if (this.destroyed) return
      this.shaper?.head(this)
      super.end(body, done)
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
}
