import { expect, test } from 'vitest'
import { mayPost } from './origin.ts'

const PUBLIC = 'https://kjry.example.cn'

test.each<[string, string, Record<string, string>, boolean]>([
  ['own origin', '/notice', { origin: PUBLIC }, true],
  ['no origin', '/notice', {}, false],
  ['null', '/notice', { origin: 'null' }, false],
  ['another site', '/notice', { origin: 'https://evil.example' }, false],
  ['own host over http', '/notice', { origin: 'http://kjry.example.cn' }, false],
  ['another port', '/notice', { origin: `${PUBLIC}:8443` }, false],
  ['a name that begins alike', '/notice', { origin: `${PUBLIC}.evil.example` }, false],
  ['capitals', '/notice', { origin: 'https://KJRY.example.cn' }, false],
  [
    'another site with a forwarded host',
    '/notice',
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    false,
  ],
  ['same-site fetch without origin', '/notice', { 'sec-fetch-site': 'same-origin' }, false],
  ['token endpoint without origin', '/idp/token', {}, true],
  ['userinfo without origin', '/idp/userinfo', {}, true],
  ['sign-in form without origin', '/idp/login', {}, false],
])('%s', (_, path, headers, allowed) => {
  expect(mayPost(path, headers, PUBLIC)).toBe(allowed)
})
