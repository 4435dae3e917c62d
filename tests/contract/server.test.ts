import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorPage } from '#server/error-pages'
import { createService, type Handler } from '#server/http'
import { closeServer } from '#server/shutdown'
import { head, type RawAnswer, sendRaw } from './client.ts'

const ORIGIN = 'http://localhost:3000'
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN }

/** What the application behind has got, and what it answers. */
let seen: { request: IncomingMessage; body: string }[] = []
let respond: (request: IncomingMessage, answer: ServerResponse) => unknown

const handler: Handler = async (request, answer) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  seen.push({ request, body: Buffer.concat(chunks).toString() })
  await respond(request, answer)
}

function html(answer: ServerResponse, status: number, body: string): void {
  answer.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
  answer.write(body.slice(0, 10))
  answer.end(body.slice(10))
}

const PAGE = `<!DOCTYPE html><html lang="zh-CN"><head><title>页</title></head><body><main>正文</main></body></html>`

const settings = {
  publicOrigin: ORIGIN,
  trustProxy: false,
  redirectHost: true,
  issuerOrigin: undefined,
  publicFiles: new Set(['/error.css']),
}
const server = createService(handler, settings)
const proxied = createService(handler, { ...settings, trustProxy: true })
let port = 0
let proxiedPort = 0

beforeAll(async () => {
  for (const one of [server, proxied]) {
    one.listen(0, '127.0.0.1')
    await once(one, 'listening')
  }
  port = (server.address() as AddressInfo).port
  proxiedPort = (proxied.address() as AddressInfo).port
})
afterAll(async () => {
  await closeServer(server)
  await closeServer(proxied)
})
beforeEach(() => {
  seen = []
  respond = (_, answer) => html(answer, 200, PAGE)
})
afterEach(() => {
  globalThis.__holdForm = undefined
  vi.restoreAllMocks()
})

async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> {
  return (await sendRaw(port, head(`${method} ${path}`, headers))).answer
}

async function post(path: string, body: string, headers: Record<string, string> = FORM): Promise<RawAnswer> {
  const request = head(`POST ${path}`, { 'Content-Length': Buffer.byteLength(body), ...headers }) + body
  return (await sendRaw(port, request)).answer
}

function expectPage(answer: RawAnswer, status: number): void {
  expect(answer.status).toBe(status)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect(answer.body.toString()).toBe(errorPage(status))
}

describe('methods and addresses', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused', async (method) => {
    const answer = await get('/', {}, method)
    expectPage(answer, 405)
    expect(answer.headers.allow).toBe('GET, HEAD, POST')
    expect(seen).toEqual([])
  })

  test.each([
    '/_next/image?url=%2Fa.png&w=64&q=75',
    '/..%2f..%2fetc/passwd',
    '//evil.example',
    '/a/../b',
    '/%00',
    'http://evil.example/',
  ])('%s is not found and does not reach the application', async (path) => {
    expectPage(await get(path), 404)
    expect(seen).toEqual([])
  })

  test('HEAD answers as GET does, without a body', async () => {
    const answer = await get('/', {}, 'HEAD')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toHaveLength(0)
    const refused = await get('/_next/image', {}, 'HEAD')
    expect(refused.status).toBe(404)
    expect(refused.body).toHaveLength(0)
  })

  test('what is not a request is answered by a page', async () => {
    const broken = await sendRaw(port, 'NOT A REQUEST\r\n\r\n')
    expect(broken.answer.status).toBe(400)
    expect(broken.answer.body.toString()).toBe(errorPage(400))
    const huge = await sendRaw(port, head('GET /', { 'X-Long': 'a'.repeat(20_000) }))
    expect(huge.answer.status).toBe(431)
  })

  test('two lengths at once are refused', async () => {
    const both = { ...FORM, 'Content-Length': '5', 'Transfer-Encoding': 'chunked' }
    const { answer } = await sendRaw(port, `${head('POST /notice', both)}0\r\n\r\n`)
    expect(answer.status).toBe(400)
    expect(seen).toEqual([])
  })

  test('slow headers and bodies are bounded', () => {
    expect(server.headersTimeout).toBe(15_000)
    expect(server.requestTimeout).toBe(180_000)
  })
})

describe('hosts', () => {
  test.each(['GET', 'HEAD'])('%s under another host goes to the public origin', async (method) => {
    const answer = await get('/review?q=a', { Host: '127.0.0.1:3000' }, method)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(`${ORIGIN}/review?q=a`)
    expect(seen).toEqual([])
  })

  test.each([
    '/health',
    '/metrics',
    '/idp/token',
    '/idp/userinfo',
    '/idp/jwks',
    '/idp/.well-known/openid-configuration',
  ])('%s answers under every host', async (path) => {
    expect((await get(path, { Host: 'inner:9' })).status).toBe(200)
  })

  test('forwarded headers of a client are ignored', async () => {
    const forged = {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-For': '1.1.1.1',
    }
    await get('/', { ...forged, 'X-Middleware-Subrequest': 'a', RSC: '1', 'Next-Action': 'b' })
    const headers = seen[0]?.request.headers
    expect(headers).toMatchObject({
      host: 'localhost:3000',
      'x-forwarded-host': 'localhost:3000',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '127.0.0.1',
    })
    for (const name of ['x-middleware-subrequest', 'rsc', 'next-action'])
      expect(headers).not.toHaveProperty(name)
  })

  test('a trusted proxy names the host and the client', async () => {
    const fromProxy = {
      Host: 'inner:9',
      'X-Forwarded-Host': 'localhost:3000',
      'X-Forwarded-For': '1.1.1.1, 203.0.113.9',
    }
    await sendRaw(proxiedPort, head('GET /', fromProxy))
    expect(seen[0]?.request.headers['x-forwarded-for']).toBe('203.0.113.9')
    const other = await sendRaw(
      proxiedPort,
      head('GET /', { ...fromProxy, 'X-Forwarded-Host': 'other.example' }),
    )
    expect(other.answer.status).toBe(303)
  })
})

describe('where a POST comes from', () => {
  test.each<[string, Record<string, string>]>([
    ['no Origin', {}],
    ['Origin null', { Origin: 'null' }],
    ['another site', { Origin: 'http://evil.example' }],
    [
      'another site that forges the host',
      { Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' },
    ],
    ['another site under its own host', { Origin: 'http://evil.example', Host: 'evil.example' }],
    ['the same host over https', { Origin: 'https://localhost:3000' }],
    ['a Sec-Fetch-Site without Origin', { 'Sec-Fetch-Site': 'same-origin' }],
  ])('%s is refused', async (_, headers) => {
    expectPage(await post('/notice', 'a=1', { 'Content-Type': FORM['Content-Type'], ...headers }), 403)
    expect(seen).toEqual([])
  })

  test('the own origin is let through with its body', async () => {
    expect((await post('/notice?check=1', 'name=%E7%8E%8B&a=1')).status).toBe(200)
    expect(seen[0]?.body).toBe('name=%E7%8E%8B&a=1')
    expect(seen[0]?.request).toMatchObject({ method: 'POST', url: '/notice?check=1' })
    expect(seen[0]?.request.headers['content-length']).toBe('18')
  })

  test('a chunked body arrives whole', async () => {
    const request = `${head('POST /notice', { ...FORM, 'Transfer-Encoding': 'chunked' })}3\r\na=1\r\n4\r\n&b=2\r\n0\r\n\r\n`
    expect((await sendRaw(port, request)).answer.status).toBe(200)
    expect(seen[0]?.body).toBe('a=1&b=2')
  })

  test.each(['/idp/token', '/idp/userinfo'])('%s needs none', async (path) => {
    expect(
      (await post(path, 'code=1', { 'Content-Type': FORM['Content-Type'], Host: 'inner:9' })).status,
    ).toBe(200)
    expect(seen).toHaveLength(1)
  })
})

describe('sizes', () => {
  const sized = (bytes: number) => ({ ...FORM, 'Content-Length': bytes })

  test('a form of 1 MB passes and one byte more does not', async () => {
    const fits = await sendRaw(port, head('POST /notice', sized(1_000_000)), 1_000_000)
    expect(fits.answer.status).toBe(200)
    expect(seen[0]?.body).toHaveLength(1_000_000)
    const over = await sendRaw(port, head('POST /notice', sized(1_000_001)), 1_000_001)
    expect(over.answer.status).toBe(413)
    expect(seen).toHaveLength(1)
  })

  test('a form of 2 MB is read away and answered with its size and the limit', async () => {
    const { answer, error } = await sendRaw(port, head('POST /notice', sized(2_000_000)), 2_000_000)
    expect(error).toBeUndefined()
    expect(answer.status).toBe(413)
    expect(answer.body.toString()).toContain('这次提交有 2 MB，最多可以提交 1 MB。')
    expect(answer.body.toString()).toContain('href="/notice"')
  })

  test('a form of 45 MB is answered without being read, and the connection ends', async () => {
    const { answer } = await sendRaw(
      port,
      head('POST /notice', { ...sized(45_000_000), Connection: 'keep-alive' }),
    )
    expect(answer.status).toBe(413)
    expect(answer.headers.connection).toBe('close')
    expect(answer.body.toString()).toContain('45 MB')
    expect(seen).toEqual([])
  })

  test('a chunked form without an end is cut off', async () => {
    const request = head('POST /notice', { ...FORM, 'Transfer-Encoding': 'chunked' })
    const { answer, error } = await sendRaw(port, `${request}2faf080\r\n`, 50_000_000)
    expect(error !== undefined || answer.status === 413).toBe(true)
    expect(seen).toEqual([])
  })

  test('an upload passes as it is, up to 40 MB', async () => {
    const path = '/collection/files/photo/upload'
    const { answer } = await sendRaw(port, head(`POST ${path}`, sized(9_000_000)), 9_000_000)
    expect(answer.status).toBe(200)
    expect(seen[0]?.body).toHaveLength(9_000_000)
    const over = await sendRaw(port, head(`POST ${path}`, sized(45_000_000)))
    expect(over.answer.status).toBe(413)
    expect(over.answer.body.toString()).toContain('45 MB，最多可以提交 8 MB')
    expect(over.answer.body.toString()).toContain('href="/collection/files/photo"')
    const unsized = await sendRaw(port, head(`POST ${path}`, { ...FORM, 'Transfer-Encoding': 'chunked' }))
    expect(unsized.answer.status).toBe(411)
    expect(seen).toHaveLength(1)
  })
})

describe('answers', () => {
  test('carry the security headers and are kept by nobody', async () => {
    const { headers } = await get('/')
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'")
    expect(headers).not.toHaveProperty('strict-transport-security')
  })

  test('keep the policy that a route has set itself', async () => {
    respond = (_, answer) => {
      answer.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Security-Policy': 'sandbox' })
      answer.end(Buffer.from([0xff, 0xd8]))
    }
    const answer = await get('/documents/1')
    expect(answer.headers['content-security-policy']).toBe('sandbox')
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  test('lose the scripts of the framework and keep ours', async () => {
    const ours = '<script src="/enhance.js" defer="" data-enhance=""></script>'
    respond = (_, answer) => {
      answer.setHeader('Link', '</_next/a.js>; rel=preload; as="script"')
      answer.setHeader('X-Nextjs-Cache', 'MISS')
      answer.setHeader('ETag', '"1"')
      html(answer, 200, PAGE.replace('</body>', `<script>self.__next_f=[]</script>${ours}</body>`))
    }
    const answer = await get('/')
    expect(answer.body.toString()).toBe(PAGE.replace('</body>', `${ours}</body>`))
    for (const name of ['link', 'x-nextjs-cache', 'etag']) expect(answer.headers).not.toHaveProperty(name)
  })

  test('are compressed in the coding that the client takes', async () => {
    const long = PAGE.replace('正文', '正文'.repeat(500))
    respond = (_, answer) => html(answer, 200, long)
    const br = await get('/', { 'Accept-Encoding': 'gzip, deflate, br' })
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(br.body).toString()).toBe(long)
    const gzip = await get('/', { 'Accept-Encoding': 'gzip, br;q=0' })
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body).toString()).toBe(long)
    expect((await get('/')).headers).not.toHaveProperty('content-encoding')
    expect(seen.every(({ request }) => !('accept-encoding' in request.headers))).toBe(true)
  })

  test('a redirect of 307 becomes 303, with its cookies', async () => {
    respond = (_, answer) => {
      answer.writeHead(307, { Location: '/login', 'Set-Cookie': ['a=1', 'b=2'] })
      answer.end()
    }
    const answer = await post('/notice', 'a=1')
    expect(answer.status).toBe(303)
    expect(answer.headers).toMatchObject({ location: '/login', 'set-cookie': 'a=1\nb=2' })
  })

  test('a redirect has no page of its own', async () => {
    respond = (_, answer) => {
      answer.setHeader('Location', '/login')
      html(answer, 307, PAGE)
    }
    const answer = await get('/collection')
    expect(answer.status).toBe(303)
    expect(answer.body).toHaveLength(0)
  })

  test('that are no pages pass as written', async () => {
    respond = (_, answer) => {
      answer.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8' })
      answer.write('a\r\n')
      answer.end('<script>')
    }
    expect((await get('/review/export')).body.toString()).toContain('<script>')
  })

  test('public and built files may be kept', async () => {
    respond = (_, answer) => answer.writeHead(200, { 'Content-Type': 'text/css' }).end('a{}')
    expect((await get('/error.css')).headers['cache-control']).toBe('public, max-age=3600')
    expect((await get('/_next/static/a.css')).headers['cache-control']).toContain('immutable')
  })
})

describe('errors of the application', () => {
  const BLANK = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>'

  test.each([403, 404, 500, 503])('a blank page of %d is replaced', async (status) => {
    respond = (_, answer) => html(answer, status, BLANK)
    expectPage(await get('/collection/nothing'), status)
  })

  test.each([404, 409, 500])('a plain text of %d is replaced', async (status) => {
    respond = (_, answer) =>
      answer.writeHead(status, { 'Content-Type': 'text/plain' }).end('Internal Server Error')
    expectPage(await get('/'), status)
  })

  test('missing and forbidden give the same bytes, whatever the framework wrote', async () => {
    const answers: Buffer[] = []
    for (const body of [BLANK, PAGE, '']) {
      respond = (_, answer) => html(answer, 404, body)
      answers.push((await get('/documents/1')).body)
    }
    respond = (_, answer) => answer.writeHead(404).end()
    answers.push((await get('/documents/2')).body, (await get('/_next/image')).body)
    expect(new Set(answers.map(String))).toEqual(new Set([errorPage(404)]))
  })

  test('an error page of our own passes', async () => {
    respond = (_, answer) => html(answer, 422, PAGE)
    expect((await get('/')).body.toString()).toBe(PAGE)
  })

  test('answers for machines pass', async () => {
    respond = (_, answer) =>
      answer.writeHead(503, { 'Content-Type': 'application/json' }).end('{"status":"starting"}')
    expect((await get('/health')).body.toString()).toBe('{"status":"starting"}')
    respond = (_, answer) => answer.writeHead(401, { 'Content-Type': 'text/plain' }).end('token needed')
    expect((await get('/metrics')).body.toString()).toBe('token needed')
  })

  test.each(['at once', 'after the first bytes'])('a failure %s gives the page of 500', async (moment) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    respond = (_, answer) => {
      if (moment !== 'at once')
        answer.writeHead(200, { 'Content-Type': 'text/html', 'X-Secret': '1' }).write('<p>half')
      throw new Error('broken')
    }
    const answer = await get('/')
    expectPage(answer, 500)
    expect(answer.headers).not.toHaveProperty('x-secret')
    expect(log).toHaveBeenCalledOnce()
  })
})

describe('a form from before a release', () => {
  const cookies = { ...FORM, Cookie: 'session=1' }
  beforeEach(() => {
    respond = (_, answer) =>
      answer.writeHead(409, { 'Content-Type': 'text/plain' }).end('Server Action unavailable.')
  })

  test('is kept, and its page is shown with the values', async () => {
    const hold = vi.fn(async () => 'a b')
    globalThis.__holdForm = hold
    const answer = await post('/collection/personal?check=1', 'email=a%40b.cn', cookies)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/collection/personal?held=a%20b')
    expect(answer.body).toHaveLength(0)
    expect(hold).toHaveBeenCalledWith({
      cookie: 'session=1',
      path: '/collection/personal',
      body: Buffer.from('email=a%40b.cn'),
      contentType: FORM['Content-Type'],
    })
  })

  test.each<[string, (() => Promise<string | null>) | undefined]>([
    ['nothing keeps it', undefined],
    ['it cannot be kept', async () => null],
    ['keeping it fails', () => Promise.reject(new Error('store closed'))],
  ])('is answered by a page when %s', async (_, hold) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    globalThis.__holdForm = hold
    expectPage(await post('/collection/personal', 'a=1', cookies), 409)
  })
})

test('closing lets a request in flight finish', async () => {
  const own = createService(handler, settings)
  own.listen(0, '127.0.0.1')
  await once(own, 'listening')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  respond = async (_, answer) => {
    await held
    html(answer, 200, PAGE)
  }
  const pending = sendRaw((own.address() as AddressInfo).port, head('GET /', {}))
  await vi.waitFor(() => expect(seen).toHaveLength(1))
  const closed = closeServer(own, 5_000)
  release()
  expect((await pending).answer.status).toBe(200)
  await closed
})
