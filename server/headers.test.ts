import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, test } from 'vitest'
import { askedHost, cacheControl, cleanRequestHeaders, securityHeaders } from './headers.ts'

const ORIGIN = 'https://kjry.example.cn'

function cleaned(headers: IncomingHttpHeaders, trustProxy = false): IncomingHttpHeaders {
  const copy = { ...headers }
  cleanRequestHeaders(copy, '192.0.2.1', { publicOrigin: ORIGIN, trustProxy })
  return copy
}

const PUBLIC = {
  host: 'kjry.example.cn',
  'x-forwarded-host': 'kjry.example.cn',
  'x-forwarded-proto': 'https',
}

describe('cleanRequestHeaders', () => {
  test('ignores what a client says of proxies', () => {
    expect(
      cleaned({
        host: 'evil.example',
        forwarded: 'for=1.1.1.1',
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': '1',
        'x-real-ip': '203.0.113.9',
      }),
    ).toEqual({ ...PUBLIC, 'x-forwarded-for': '192.0.2.1' })
  })

  test('takes the address that a trusted proxy has added last, and nothing before it', () => {
    const headers = { host: 'inner:3000', 'x-forwarded-for': '198.51.100.7, 203.0.113.9' }
    expect(cleaned(headers, true)).toEqual({ ...PUBLIC, 'x-forwarded-for': '203.0.113.9' })
    expect(cleaned({ host: 'inner:3000' }, true)['x-forwarded-for']).toBe('192.0.2.1')
  })

  test.each([
    'x-middleware-subrequest',
    'x-middleware-rewrite',
    'x-nextjs-data',
    'x-invoke-path',
    'x-matched-path',
    'x-now-route-matches',
    'next-action',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-url',
    'rsc',
    'accept-encoding',
  ])('drops %s', (name) => {
    expect(cleaned({ host: 'x', [name]: '1' })).not.toHaveProperty(name)
  })

  test('leaves the rest', () => {
    const kept = {
      cookie: 'session=1',
      origin: ORIGIN,
      'content-type': 'text/plain',
      'accept-language': 'zh',
    }
    expect(cleaned({ host: 'x', ...kept })).toMatchObject(kept)
  })
})

test('the asked host is the forwarded one behind a trusted proxy only', () => {
  const headers = { host: 'inner:3000', 'x-forwarded-host': 'a.example, kjry.example.cn' }
  expect(askedHost(headers, true)).toBe('kjry.example.cn')
  expect(askedHost(headers, false)).toBe('inner:3000')
  expect(askedHost({ host: 'inner:3000' }, true)).toBe('inner:3000')
})

describe('securityHeaders', () => {
  test('let forms lead to a separate issuer and nowhere else', () => {
    const csp = (issuer?: string) => String(securityHeaders(ORIGIN, issuer)['content-security-policy'])
    expect(csp()).toContain("form-action 'self'; ")
    expect(csp(ORIGIN)).toContain("form-action 'self'; ")
    expect(csp('https://id.example.cn')).toContain("form-action 'self' https://id.example.cn; ")
    expect(csp()).toContain("default-src 'none'; script-src 'self'; style-src 'self'; ")
  })

  test('promise https only where there is https', () => {
    expect(securityHeaders(ORIGIN, undefined)).toHaveProperty('strict-transport-security')
    expect(securityHeaders('http://localhost:3000', undefined)).not.toHaveProperty(
      'strict-transport-security',
    )
  })
})

test.each([
  ['/_next/static/a.css', 200, false, 'public, max-age=31536000, immutable'],
  ['/_next/static/a.css', 404, false, 'private, no-store'],
  ['/enhance.js', 200, true, 'public, max-age=3600'],
  ['/enhance.js', 404, true, 'private, no-store'],
  ['/documents/1', 200, false, 'private, no-store'],
  ['/', 200, false, 'private, no-store'],
])('%s with %d is kept: %s', (path, status, isPublicFile, wanted) => {
  expect(cacheControl(path, status, isPublicFile)).toBe(wanted)
})
