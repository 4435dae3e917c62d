import { formOf } from './html.ts'

export interface Answer {
  readonly status: number
  /** Where a redirect leads, as a path. */
  readonly location: string
  readonly body: string
}

/** Somebody with a browser without scripts: cookies, pages, forms. */
export class Visitor {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  /** One request; redirects are not followed. @throws when the connection breaks before the answer is whole */
  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, ...(init.method === 'POST' ? { origin: this.#origin } : {}), ...init.headers }
    const answer = await fetch(new URL(path, this.#origin), { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    const target = answer.headers.get('location')
    const { pathname, search } = new URL(target ?? path, this.#origin)
    return { status: answer.status, location: target ? pathname + search : '', body: await answer.text() }
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
    values: Readonly<Record<string, string | Blob>>,
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

  /** Signs in through the stand-in by ID number and password. */
  async signIn(account: string, password: string): Promise<void> {
    const login = await this.open('/login')
    const platform = await this.follow(await this.submit(login.body, 'login', login.path, {}))
    const entered = await this.submit(platform.body, 'idp-login', platform.path, { account, password })
    const landed = await this.follow(entered)
    if (!landed.body.includes('data-form="logout"'))
      throw new Error(`${account} could not sign in: ${landed.path}`)
  }
}
