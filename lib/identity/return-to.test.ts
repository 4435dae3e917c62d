import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownReturnTo, safeReturnTo } from './return-to.ts'

const ORIGIN = 'https://collect.example'

describe('safeReturnTo', () => {
  test.each([
    '/collection',
    '/',
    '/collection/personal?check=1',
    '/review?q=%E5%BC%A0&after=abc',
    '/review?find=//x',
    '/collection/education?held=0123456789abcdef01234567',
    '/loginless',
    '/record/print',
  ])('lets %s through', (path) => {
    expect(safeReturnTo(path)).toBe(path)
  })

  test('drops the fragment', () => {
    expect(safeReturnTo('/collection#main')).toBe('/collection')
  })

  test.each([
    ['nothing', undefined],
    ['a list', ['/collection']],
    ['empty', ''],
    ['no slash', 'collection'],
    ['absolute', 'https://evil.example/'],
    ['absolute without slashes', 'https:evil.example'],
    ['protocol-relative', '//evil.example'],
    ['three slashes', '///evil.example'],
    ['backslash', '/\\evil.example'],
    ['two backslashes', '\\\\evil.example'],
    ['later backslash', '/a\\b'],
    ['slash backslash slash', '/\\/evil.example'],
    ['tab in slashes', '/\t/evil.example'],
    ['newline in slashes', '/\n/evil.example'],
    ['carriage return', '/a\r\nset-cookie: a=b'],
    ['leading space', ' /collection'],
    ['leading tab', '\t/collection'],
    ['space inside', '/a b'],
    ['NUL', '/a\u0000b'],
    ['script scheme', 'javascript:alert(1)'],
    ['data scheme', 'data:text/html,x'],
    ['user info', '@evil.example'],
    ['host after at', '/@evil.example//'],
    ['double slash later', '/a//evil.example'],
    ['dotted to double slash', '/.//evil.example'],
    ['parent to double slash', '/a/..//evil.example'],
    ['dot segment', '/./collection'],
    ['parent segment', '/a/../collection'],
    ['encoded dots', '/%2e%2e/evil'],
    ['encoded slash', '/%2f/evil.example'],
    ['encoded backslash', '/%5Cevil.example'],
    ['encoded tab', '/%09/evil.example'],
    ['encoded newline', '/%0d%0aset-cookie:a'],
    ['ideographic full stop', '/collection。example'],
    ['full-width slash', '/／evil.example'],
    ['right-to-left override', '/\u202ecollection'],
    ['sign-in itself', '/login'],
    ['sign-in with query', '/login?returnTo=/login'],
    ['sign-out', '/logout'],
    ['sign-out page', '/logout/confirm'],
    ['endpoints', '/api/auth/signin'],
    ['the platform', '/idp/logout'],
    ['too long', `/${'a'.repeat(2000)}`],
  ])('refuses %s', (_name, given) => {
    expect(safeReturnTo(given)).toBeUndefined()
  })

  test('whatever it lets through stays on the origin', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      'a',
      '\t',
      '//',
      'http:',
      '。',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (list) => {
        const safe = safeReturnTo(`/${list.join('')}`)
        if (safe === undefined) return
        expect(safe.startsWith('//')).toBe(false)
        expect(new URL(safe, ORIGIN).href).toBe(ORIGIN + safe)
      }),
    )
  })
})

describe('ownReturnTo', () => {
  test.each([
    ['our own address', `${ORIGIN}/collection?x=1`, '/collection?x=1'],
    ['a path', '/record', '/record'],
    ['a longer host', `${ORIGIN}.evil.example/record`, undefined],
    ['our origin with another port', `${ORIGIN}:444/record`, undefined],
    ['two slashes behind it', `${ORIGIN}//evil.example`, undefined],
    ['user info', `https://collect.example@evil.example/`, undefined],
    ['the origin alone', ORIGIN, undefined],
  ])('%s', (_name, given, expected) => {
    expect(ownReturnTo(given, ORIGIN)).toBe(expected)
  })
})
