import { type Answer, Visitor } from '#support/visitor'

/** A visitor who writes down every address that was asked for or led to, and can fetch bytes. */
export class Recorder extends Visitor {
  readonly #origin: string
  readonly #addresses: string[]

  constructor(origin: string, addresses: string[]) {
    super(origin)
    this.#origin = origin
    this.#addresses = addresses
  }

  override async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await super.send(path, init)
    this.#addresses.push(path, answer.location)
    return answer
  }

  /** The bytes of a picture as its owner is shown it. @throws when it is refused */
  async bytes(path: string): Promise<Buffer> {
    const answer = await fetch(new URL(path, this.#origin), { headers: { cookie: this.cookie } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`)
    return Buffer.from(await answer.arrayBuffer())
  }
}
