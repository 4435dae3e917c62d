import { DEMO_PASSWORD } from '#db/seed/people'
import type { SlotKind } from '#lib/collection/limits'
import { numberOf } from '#support/stand-in'
import { Visitor } from '#support/visitor'

const PAGES = { portrait: '/collection/files/photo', education: '/collection/files/ftEducationFile' }

export interface Shown {
  readonly status: number
  /** `accepted`, `adjusted` or `refused`, as the page is marked. */
  readonly result: string
  readonly body: string
}

/** An applicant with an open draft who sends files. */
export class Sender {
  readonly #origin: string
  readonly #visitor: Visitor

  constructor(origin: string) {
    this.#origin = origin
    this.#visitor = new Visitor(origin)
  }

  signIn(): Promise<void> {
    return this.#visitor.signIn(numberOf('wangfang'), DEMO_PASSWORD)
  }

  /** Sends a file into the slot of its kind. @returns the page that answers */
  async send(slot: SlotKind, bytes: Buffer, name: string, type: string): Promise<Shown> {
    const path = slot === 'portrait' ? PAGES.portrait : PAGES.education
    const page = await this.#visitor.open(path)
    const form = /data-form="(upload-[^"]+)"/.exec(page.body)?.[1] ?? ''
    const file = new File([new Uint8Array(bytes)], name, { type })
    const answer = await this.#visitor.submit(page.body, form, path, { file })
    if (answer.status !== 303) return { ...answer, result: '' }
    const shown = await this.#visitor.follow(answer)
    return { ...shown, result: /data-upload-result="([^"]+)"/.exec(shown.body)?.[1] ?? '' }
  }

  /** The stored picture of a page. */
  async stored({ body }: Shown): Promise<{ bytes: Buffer; headers: Headers }> {
    const tag = /<img\b[^>]*data-stored[^>]*>/.exec(body)?.[0] ?? ''
    const src = /src="([^"]+)"/.exec(tag)?.[1] ?? ''
    const { cookie } = this.#visitor
    const answer = await fetch(new URL(src, this.#origin), { headers: { cookie } })
    return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers }
  }
}
