import { DEMO_PASSWORD } from '#db/seed/people'
import { numberOf } from '#support/stand-in'
import { type Answer, Visitor } from '#support/visitor'
import type { Address } from './addresses.ts'

/** An address without its query and fragment. */
export const bare = (path: string): string => path.replace(/[?#].*/, '')

/** People of the demo with a browser each, who sign in when they are first needed. */
export class Rooms {
  readonly #origin: string
  readonly #visitors = new Map<string, Promise<Visitor>>()

  constructor(origin: string) {
    this.#origin = origin
  }

  visitor(who: string | undefined): Promise<Visitor> {
    const known = this.#visitors.get(who ?? '')
    if (known) return known
    const fresh = this.#enter(who)
    this.#visitors.set(who ?? '', fresh)
    return fresh
  }

  async #enter(who: string | undefined): Promise<Visitor> {
    const visitor = new Visitor(this.#origin)
    if (who) await visitor.signIn(numberOf(who), DEMO_PASSWORD)
    return visitor
  }

  /** The page of an address and its path. @throws when the link is not there, or another page answers */
  async open({ who, path, link }: Address): Promise<Answer & { path: string }> {
    const visitor = await this.visitor(who)
    const target = link ? link.exec((await visitor.open(path)).body)?.[0] : path
    if (!target) throw new Error(`${path} of ${who ?? 'anyone'} has no link ${link?.source}.`)
    const page = await visitor.open(target)
    if (bare(page.path) !== bare(target)) throw new Error(`${target} leads to ${page.path}.`)
    return page
  }

  /** Fills and sends a form of a page. @returns where that leads */
  async send(who: string, path: string, form: string, values: Readonly<Record<string, string>>) {
    const visitor = await this.visitor(who)
    const page = await visitor.open(path)
    const answer = await visitor.submit(page.body, form, page.path, values)
    if (answer.status !== 303) throw new Error(`${form} of ${who} was not taken: ${answer.status}.`)
    return visitor.follow(answer)
  }
}
