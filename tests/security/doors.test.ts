import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/people'
import { ACTIONS, ROUTES } from '#lib/identity/rights'
import { formOf } from '#support/html'
import { end, freePort, type Service, serve } from '#support/service'
import { numberOf } from '#support/stand-in'
import { Visitor } from '#support/visitor'
import { head, readAnswer, sendRaw } from '../contract/client.ts'
import { addressOf } from './support/cells.ts'
import { found } from './support/stored.ts'

// What stands at the door of the built service. The small server alone, with an application that remembers what
// it is handed, is in tests/contract/server.test.ts; here the real application is behind it.

const folder = mkdtempSync(join(tmpdir(), 'doors-'))
const EVIL = 'evil.example'
const TOKEN = 'a-token-of-the-operator'
const FORM = 'application/x-www-form-urlencoded'
const PAGE = '/collection/personal'
const PIECE = Buffer.alloc(65_536, 'a')

interface Door {
  readonly service: Service
  readonly port: number
  readonly file: string
}

async function open(name: string, settings: Readonly<Record<string, string>>): Promise<Door> {
  const port = await freePort()
  const dataDir = join(folder, name)
  return { service: await serve(dataDir, port, settings), port, file: join(dataDir, 'app.db') }
}

let direct: Door
let proxied: Door
let person: Visitor
/** Begun first and looked at last: it takes a quarter of a minute. */
let slow: ReturnType<typeof drip>

beforeAll(async () => {
  ;[direct, proxied] = await Promise.all([
    open('direct', { METRICS_TOKEN: TOKEN }),
    open('proxied', { TRUST_PROXY: '1' }),
  ])
  slow = drip(direct.port)
  person = new Visitor(direct.service.origin)
  await person.signIn(numberOf('wangfang'), DEMO_PASSWORD)
})
afterAll(async () => {
  for (const door of [direct, proxied]) await end(door.service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

/** A request whose headers never end, one a second. @returns how and after how long it was ended */
function drip(port: number): Promise<{ status: number; ms: number }> {
  const from = performance.now()
  const socket = connect(port, '127.0.0.1')
  const received: Buffer[] = []
  socket.on('data', (piece: Buffer) => received.push(piece)).on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n')
  const drops = setInterval(() => socket.writable && socket.write('X-A: b\r\n'), 1_000)
  return new Promise((done) =>
    socket.on('close', () => {
      clearInterval(drops)
      done({ status: readAnswer(Buffer.concat(received)).status, ms: performance.now() - from })
    }),
  )
}

const raw = async (door: Door, line: string, headers: Record<string, string | number>, bytes = 0) => {
  const sent = { Host: `localhost:${door.port}`, ...headers }
  return (await sendRaw(door.port, head(line, sent), bytes)).answer
}
const alive = async () => (await fetch(`${direct.service.origin}/health`)).status

/** The addresses under which guesses at a sheet's code have been counted. */
const counted = (door: Door) =>
  found(door.file, `select distinct key from attempts where key like 'verify:%'`).map((key) =>
    key.slice('verify:'.length),
  )

describe('the figures for the operator', () => {
  const ask = (door: Door, token: string | undefined) =>
    raw(door, 'GET /metrics', token === undefined ? {} : { Authorization: token })

  test('are for who has the token, and there is no such page without one', async () => {
    for (const token of [undefined, '', TOKEN, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`]) {
      const answer = await ask(direct, token)
      expect([answer.status, answer.body.toString()], token).toEqual([401, 'token needed'])
    }
    for (const token of [undefined, 'Bearer ', 'Bearer undefined', `Bearer ${TOKEN}`])
      expect((await ask(proxied, token)).status, token).toBe(404)
  })

  test('count answers by area, and tell nobody’s number, name or address', async () => {
    await person.open(PAGE)
    await person.open('/review/no-such-application')
    const answer = await ask(direct, `Bearer ${TOKEN}`)
    const text = answer.body.toString()
    expect(answer.status).toBe(200)
    expect(text).toMatch(/http_answer_seconds_count\{method="GET",area="collection",status="2xx"\} [1-9]/)
    expect(text).toMatch(/applications\{status="approved",kind="first"\} [1-9]/)
    for (const hidden of [numberOf('wangfang'), '王芳', 'no-such-application', '127.0.0.1'])
      expect(text).not.toContain(hidden)
  })
})

describe('forwarded headers', () => {
  const forged = (n: number) => ({
    'X-Forwarded-Host': EVIL,
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-For': `192.0.2.${n}, 203.0.113.${n}`,
    Forwarded: `for=192.0.2.${n};host=${EVIL}`,
    'X-Real-IP': `192.0.2.${n}`,
  })
  const guess = (door: Door, n: number) => raw(door, 'GET /verify?code=ABCD-EFGH-JKLM', forged(n))

  test('of a client name neither the host nor the caller', async () => {
    for (const n of [1, 2, 3]) expect((await guess(direct, n)).status).toBe(200)
    expect(counted(direct)).toHaveLength(1)
    expect(counted(direct)[0]).toMatch(/^(?:::ffff:)?127\.0\.0\.1$|^::1$/)
    for (const path of ['/', '/login', '/review', '/idp/login', '/idp/.well-known/openid-configuration']) {
      const answer = await raw(direct, `GET ${path}`, forged(4))
      expect(answer.status, path).toBeLessThan(400)
      expect(JSON.stringify(answer.headers) + answer.body.toString(), path).not.toContain(EVIL)
    }
  })

  test('behind a trusted proxy name the caller by what it has added last, and the host for a redirect only', async () => {
    const own = { 'X-Forwarded-Host': `localhost:${proxied.port}` }
    for (const n of [1, 2]) {
      const headers = { ...forged(n), ...own }
      expect((await raw(proxied, 'GET /verify?code=ABCD-EFGH-JKLM', headers)).status).toBe(200)
    }
    expect(counted(proxied).sort()).toEqual(['203.0.113.1', '203.0.113.2'])
    const answer = await raw(proxied, 'GET /review', forged(3))
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(`${proxied.service.origin}/review`)
  })

  test('a foreign Host is sent to the public origin, and posts under none of its own', async () => {
    const answer = await raw(direct, 'GET /login', { Host: EVIL })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(`${direct.service.origin}/login`)
    const headers = { Host: EVIL, Origin: `http://${EVIL}`, 'Content-Type': FORM, 'Content-Length': 0 }
    expect((await raw(direct, 'POST /logout', headers)).status).toBe(403)
  })
})

describe('where a POST comes from', () => {
  const BACK_CHANNEL = ['/idp/token', '/idp/userinfo']
  const posting = Object.entries(ROUTES).flatMap(([route, right]) =>
    right.methods.includes('POST') && !BACK_CHANNEL.includes(route) ? [route] : [],
  )
  const routes = [...new Set([...posting, ...Object.keys(ACTIONS).map((key) => key.split('#')[0] ?? '')])]
  const post = (path: string, headers: Record<string, string>) =>
    person.send(path, { method: 'POST', body: 'a=1', headers: { 'content-type': FORM, ...headers } })

  test('is asked of every form of the table of rights', () => {
    expect(posting.length).toBeGreaterThan(14)
    expect(routes.length).toBeGreaterThan(30)
  })

  test.each(routes)('%s takes forms from the public origin only', async (route) => {
    const path = addressOf(route)
    const forged = { 'x-forwarded-host': EVIL, 'x-forwarded-proto': 'http' }
    for (const headers of [{ origin: `http://${EVIL}` }, { origin: 'null' }, { origin: '' }])
      expect((await post(path, { ...headers, ...forged })).status, headers.origin).toBe(403)
    const { port } = new URL(direct.service.origin)
    expect((await post(path, { origin: `https://localhost:${port}` })).status).toBe(403)
    const without = { 'Content-Type': FORM, 'Content-Length': 3, 'Sec-Fetch-Site': 'same-origin' }
    expect((await raw(direct, `POST ${path}`, without, 3)).status, 'no Origin').toBe(403)
    const stranger = new Visitor(direct.service.origin)
    const init = { method: 'POST', body: 'a=1', headers: { 'content-type': FORM } }
    expect((await stranger.send(path, init)).status, 'control: the right Origin').not.toBe(403)
  })

  test('an action with a foreign Origin changes nothing; the same form with the right one does', async () => {
    const email = async () => {
      const page = await person.open(PAGE)
      return formOf(page.body, 'step-personal').values.find(([name]) => name === 'email')?.[1]
    }
    const before = await email()
    const page = await person.open(PAGE)
    const data = new FormData()
    for (const [name, value] of formOf(page.body, 'step-personal').values)
      data.append(name, name === 'email' ? 'door@mail-example.org' : value)
    const refused = await person.send(PAGE, {
      method: 'POST',
      body: data,
      headers: { origin: `http://${EVIL}` },
    })
    expect(refused.status).toBe(403)
    expect(await email()).toBe(before)
    expect((await person.send(PAGE, { method: 'POST', body: data })).status).toBe(303)
    expect(await email()).toBe('door@mail-example.org')
  })
})

describe('what is sent', () => {
  test.each(['TRACE', 'TRACK', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async (method) => {
    for (const path of ['/', PAGE, '/collection/files/photo/upload']) {
      const answer = await raw(direct, `${method} ${path}`, { 'X-Echo': 'echoed' })
      // A method that the parser does not know is no request.
      expect([400, 405], path).toContain(answer.status)
      expect(answer.body.toString()).not.toContain('echoed')
    }
  })

  const pairsOf = async () => {
    const page = await person.open(PAGE)
    return formOf(page.body, 'step-personal').values
  }
  const send = (pairs: readonly (readonly [string, string])[]) => {
    const data = new FormData()
    for (const [name, value] of pairs) data.append(name, value)
    return person.send(PAGE, { method: 'POST', body: data })
  }
  const stored = async (name: string) => (await pairsOf()).find(([key]) => key === name)?.[1]

  test('a doubled key never brings in its second value, and hostile keys are nobody’s', async () => {
    const address = await stored('postalAddress')
    const doubled: [string, string][] = [
      ['postalAddress', '第二个地址'],
      ['idNumber', '110101199001010000'],
      ['name', '别人'],
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['status', 'approved'],
      ['personId', 'x'],
    ]
    const answer = await send([...(await pairsOf()), ...doubled])
    expect(answer.status).toBe(303)
    expect(await stored('postalAddress')).toBe(address)
    const page = await person.open(PAGE)
    expect(page.body).toContain('王芳')
    expect(page.body).not.toContain('别人')
    expect((await person.open('/collection')).body).not.toContain('data-status="approved"')
  })

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '</textarea><script>alert(1)</script>',
    '<!--<script>',
    'javascript:alert(1)',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '{{7*7}} <%= 7*7 %>',
    '<template><script>1</script></template>',
  ])('%s stays text', async (text) => {
    const pairs = (await pairsOf()).map(([name, value]): [string, string] => [
      name,
      name === 'postalAddress' ? text : value,
    ])
    expect((await send(pairs)).status).toBe(303)
    expect(await stored('postalAddress')).toBe(text)
    const { body } = await person.open(PAGE)
    expect(body.match(/<script\b/g)).toHaveLength(1)
    expect(body).not.toMatch(/<(?:img src=x|svg\/onload|template)/)
  })

  test('10 000 fields are answered quickly, without a fault, and the service lives', async () => {
    const many = Array.from({ length: 10_000 }, (_, n): [string, string] => [`field${n}`, 'a'])
    const from = performance.now()
    const answer = await send([...(await pairsOf()), ...many])
    expect(answer.status).toBeLessThan(500)
    expect(performance.now() - from).toBeLessThan(5_000)
    expect(await alive()).toBe(200)
  })

  const own = () => ({ Origin: direct.service.origin, 'Content-Type': FORM })

  test.each([
    ['a form', PAGE],
    ['an upload', '/collection/files/photo/upload'],
  ])('200 MB announced for %s are refused unread', async (_, path) => {
    const answer = await raw(direct, `POST ${path}`, { ...own(), 'Content-Length': 200_000_000 })
    expect(answer.status).toBe(413)
    expect(answer.headers.connection).toBe('close')
    expect(answer.body.toString()).toContain('200 MB')
  })

  /** Sends pieces until the other side ends it. @returns bytes that were taken */
  const pour = (path: string) =>
    new Promise<number>((done) => {
      const socket = connect(direct.port, '127.0.0.1')
      const sent = { ...own(), Host: `localhost:${direct.port}`, 'Transfer-Encoding': 'chunked' }
      socket.write(head(`POST ${path}`, sent))
      const chunk = Buffer.concat([Buffer.from('10000\r\n'), PIECE, Buffer.from('\r\n')])
      const pump = () => {
        while (!socket.destroyed && socket.writable && socket.bytesWritten < 200_000_000)
          if (!socket.write(chunk)) return socket.once('drain', pump)
        return socket.end()
      }
      socket.on('error', () => {})
      socket.on('close', () => done(socket.bytesWritten))
      socket.resume()
      pump()
    })

  test.each([PAGE, '/collection/files/photo/upload', '/review'])(
    '200 MB in pieces to %s are cut off, and the service lives',
    async (path) => {
      expect(await pour(path)).toBeLessThan(80_000_000)
      expect(await alive()).toBe(200)
    },
  )

  test('headers that come slowly end the connection, while others are served', async () => {
    expect(await alive()).toBe(200)
    const { status, ms } = await slow
    expect(ms).toBeLessThan(25_000)
    expect(status).toBe(408)
  })
})

test('none of it has printed a stack, a value or a host of the caller', () => {
  for (const door of [direct, proxied]) {
    expect(door.service.child.said()).not.toMatch(/evil\.example|\n\s+at |door@mail-example/)
  }
})
