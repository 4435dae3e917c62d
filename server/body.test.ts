import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Arrival, type BodyLimits, readBody, replay } from './body.ts'

const LIMITS: BodyLimits = { keep: 10, drain: 100, milliseconds: 5_000 }

let server: Server
let work: (request: IncomingMessage) => Promise<unknown>
let result: Promise<unknown>

beforeEach(async () => {
  result = new Promise((resolve) => {
    server = createServer(async (request, answer) => {
      resolve(await work(request))
      answer.shouldKeepAlive = false
      answer.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Begins a POST; the caller writes and ends it. */
function begin(headers: Record<string, string | number> = {}) {
  const { port } = server.address() as AddressInfo
  return send({ port, host: '127.0.0.1', method: 'POST', path: '/a?b=1', headers }).on('error', () => {})
}

test.each<[number, Arrival['kind']]>([
  [0, 'whole'],
  [9, 'whole'],
  [10, 'whole'],
  [11, 'tooLarge'],
  [100, 'tooLarge'],
  [101, 'endless'],
])('%d bytes in pieces are %s', async (bytes, kind) => {
  work = (request) => readBody(request, LIMITS)
  const post = begin()
  for (let left = bytes; left > 0; left -= 4) post.write('a'.repeat(Math.min(4, left)))
  post.end()
  const arrival = (await result) as Arrival
  expect(arrival.kind).toBe(kind)
  if (arrival.kind === 'whole') expect(arrival.body).toHaveLength(bytes)
  if (arrival.kind === 'tooLarge') expect(arrival.bytes).toBe(bytes)
})

test('an announced size beyond reading is not read at all', async () => {
  work = (request) => readBody(request, LIMITS)
  begin({ 'Content-Length': 101 }).flushHeaders()
  expect(await result).toEqual({ kind: 'endless' })
})

test('a body that does not come in time is late', async () => {
  work = (request) => readBody(request, { ...LIMITS, milliseconds: 50 })
  begin({ 'Content-Length': 5 }).write('a')
  expect(await result).toEqual({ kind: 'late' })
})

test('a client that goes away has aborted', async () => {
  work = (request) => readBody(request, LIMITS)
  const post = begin({ 'Content-Length': 5 })
  post.write('a', () => post.destroy())
  expect(await result).toEqual({ kind: 'aborted' })
})

test.each(['', '\u738b=1'])('a replayed request with body %j is the same request', async (body) => {
  work = async (request) => {
    const again = replay(request, Buffer.from(body))
    const chunks: Buffer[] = []
    for await (const chunk of again) chunks.push(chunk as Buffer)
    const { method, url, headers, httpVersion, socket } = again
    expect(socket).toBe(request.socket)
    return {
      method,
      url,
      httpVersion,
      type: headers['content-type'],
      body: Buffer.concat(chunks).toString(),
      headers,
    }
  }
  begin({ 'Content-Type': 'text/plain', 'Transfer-Encoding': 'chunked' }).end()
  const seen = (await result) as { headers: Record<string, string> }
  expect(seen).toMatchObject({ method: 'POST', url: '/a?b=1', httpVersion: '1.1', type: 'text/plain', body })
  expect(seen.headers).not.toHaveProperty('transfer-encoding')
  expect(seen.headers['content-length']).toBe(String(Buffer.byteLength(body)))
})
