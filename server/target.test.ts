import { describe, expect, test } from 'vitest'
import { answersAnyHost, isBackChannel, readTarget } from './target.ts'

describe('readTarget', () => {
  test.each([
    ['/', '/', ''],
    ['/collection/files/photo', '/collection/files/photo', ''],
    ['/review?q=%E7%8E%8B&after=a/../b', '/review', '?q=%E7%8E%8B&after=a/../b'],
    ['/%E7%8E%8B', '/%E7%8E%8B', ''],
    ['/idp/.well-known/openid-configuration', '/idp/.well-known/openid-configuration', ''],
    ['/contacts/', '/contacts/', ''],
    ['/a?', '/a', '?'],
  ])('takes %s', (url, path, search) => {
    expect(readTarget(url)).toEqual({ path, search })
  })

  test.each([
    undefined,
    '',
    '*',
    'http://evil.example/',
    '//evil.example/',
    '/a//b',
    '/\\evil.example',
    '/a/../b',
    '/a/./b',
    '/..',
    '/%2e%2e/etc',
    '/a/%2E%2e',
    '/a%2fb',
    '/a%5Cb',
    '/a%00b',
    '/a%0d%0aSet-Cookie:x',
    '/%',
    '/%E7%8E',
    '/a#b',
  ])('refuses %s', (url) => {
    expect(readTarget(url)).toBeNull()
  })
})

test.each([
  ['/idp/token', true, true],
  ['/idp/userinfo', true, true],
  ['/idp/jwks', false, true],
  ['/idp/.well-known/openid-configuration', false, true],
  ['/health', false, true],
  ['/metrics', false, true],
  ['/idp/login', false, false],
  ['/idp/token/x', false, false],
  ['/health/x', false, false],
  ['/', false, false],
])('%s: back-channel %s, any host %s', (path, backChannel, anyHost) => {
  expect(isBackChannel(path)).toBe(backChannel)
  expect(answersAnyHost(path)).toBe(anyHost)
})
