import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '#support/children'

// What the sources of the service never do, so that no test has to find where they do it.

const sources = ['app', 'components', 'db', 'lib', 'server'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file: `${room}/${file}`, text: readFileSync(join(ROOT, room, file), 'utf8') })),
)
const naming = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

describe('the sources', () => {
  test('are read', () => {
    expect(sources.length).toBeGreaterThan(300)
    expect(naming(/\bexport\b/).length).toBeGreaterThan(300)
  })

  test.each([
    ['join text into a statement', /\bsql\.raw\(/],
    [
      'write markup past React',
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
    ],
    ['run text', /\beval\(|\bnew Function\(|node:vm/],
    ['keep anything in the browser', /\b(?:localStorage|sessionStorage|indexedDB)\b/],
  ])('never %s', (_, pattern) => {
    expect(naming(pattern)).toEqual([])
  })

  test('fetch from the identity platform only; what runs in the browser asks its own origin', () => {
    const asking = naming(/\bfetch\(|from 'node:(?:https|tls|dgram)'/)
    expect(asking.filter((file) => !file.startsWith('components/enhance/'))).toEqual([
      'lib/identity/platform.ts',
    ])
  })
})
