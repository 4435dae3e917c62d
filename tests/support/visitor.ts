import { formOf } from './html.ts'

export interface Answer {
  readonly status: number
  /** Where a redirect leads: a path on the service, a whole address elsewhere; empty when it is none. */
  readonly location: string
  readonly body: string
}

const headerOf = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

/** Somebody with a browser without scripts: cookies, pages, forms. */
export class Visitor {
  readonly #origin: string
  /** Cookies by host: like in a browser, another port is no other place. */
  readonly #jars = new Map<string, Map<string, string>>()

  constructor(origin: string) {
    this.#origin = origin
  }

  /** The cookies that the service's host has set. */
  get cookies(): Map<string, string> {
    return this.#jar(new URL(this.#origin))
  }

  /** The same as a browser sends them. */
  get cookie(): string {
    return headerOf(this.cookies)
  }

  #jar(url: URL): Map<string, string> {
    const known = this.#jars.get(url.hostname)
    if (known) return known
    const fresh = new Map<string, string>()
    this.#jars.set(url.hostname, fresh)
    return fresh
  }

  /** One request; redirects are not followed. @throws when the connection breaks before the answer is whole */
  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const url = new URL(path, this.#origin)
    const jar = this.#jar(url)
    const headers = {
      cookie: headerOf(jar),
      ...(init.method === 'POST' ? { origin: url.origin } : {}),
      ...init.headers,
    }
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    const target = answer.headers.get('location')
    const { origin, pathname, search, href } = new URL(target ?? '', url)
    const location = target === null ? '' : origin === this.#origin ? pathname + search : href
    return { status: answer.status, location, body: await answer.text() }
  }

  /** Goes on until something is shown. @returns the page and its path */
  async follow(answer: Answer): Promise<Answer & { path: string }> {
    let [now, path] = [answer, '']
    for (let hops = 0; now.location !== ''; hops++) {
      if (hops > 15) throw new Error(`Too many redirects, at ${now.location}.`)
      path = now.location
      now = await this.send(path)
    }
    return { ...now, path }
  }

  open = async (path: string) => this.follow({ status: 303, location: path, body: '' })

  /** Sends a form of a page with other values in it. The answer is not followed. */
  submit(
    html: string,
    name: string,
    path: string,
    values: Readonly<Record<string, string | Blob>> = {},
  ): Promise<Answer> {
    const form = formOf(html, name)
    const kept = form.values.filter(([key]) => !(key in values))
    const data = new FormData()
    const pairs = new URLSearchParams()
    for (const [key, value] of [...kept, ...Object.entries(values)]) {
      data.append(key, value)
      if (typeof value === 'string') pairs.append(key, value)
    }
    return this.send(form.action || path, { method: 'POST', body: form.multipart ? data : pairs })
  }

  /** Goes to the identity platform by the form of the sign-in page. The answer is not followed. */
  async leave(returnTo?: string): Promise<Answer> {
    const at = returnTo ? `/login?returnTo=${encodeURIComponent(returnTo)}` : '/login'
    const login = await this.open(at)
    return this.submit(login.body, 'login', login.path)
  }

  /** Signs in through the stand-in by ID number and password. */
  async signIn(account: string, password: string): Promise<void> {
    const platform = await this.follow(await this.leave())
    const entered = await this.submit(platform.body, 'idp-login', platform.path, { account, password })
    const landed = await this.follow(entered)
    if (!landed.body.includes('data-form="logout"'))
      throw new Error(`${account} could not sign in: ${landed.path}`)
  }
}
