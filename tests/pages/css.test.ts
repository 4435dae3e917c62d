import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { ROOT } from '#support/children'
import { tooNew } from './support/old-kernels.ts'

const BUILT = join(ROOT, process.env.NEXT_DIST_DIR || '.next', 'static')

/** Every stylesheet that a page may be sent: the built one, and that of the static error pages. */
const sheets = (): string[] => [
  ...readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(BUILT, name)),
  join(ROOT, 'public/error.css'),
]

describe('what Chrome 88, Safari 14.1 and Firefox 102 do not know', () => {
  test('stands in none of the stylesheets that are sent', () => {
    expect(sheets().length).toBeGreaterThan(1)
    for (const file of sheets()) expect(tooNew(readFileSync(file, 'utf8')), file).toEqual([])
  })

  it.each([
    ['@layer base, components;', 'cascade layer'],
    ['@layer base { a { color: #000 } }', 'cascade layer'],
    ['a { color: oklch(50% 0.1 20) }', 'colour function'],
    ['a{color:#000;background:color-mix(in srgb,red,blue)}', 'colour function'],
    ['a { b { color: #000 } }', 'nesting'],
    ['a { &:hover { color: #000 } }', 'nesting'],
    ['@media print { a { @media screen { color: #000 } } }', 'nesting'],
    ['@media (width >= 48em) { a { color: #000 } }', 'range media query'],
    ['@media screen and (20em<width){a{color:#000}}', 'range media query'],
    ['.a, form:has(b) { color: #000 }', ':has() in a list'],
  ])('is found in %s', (css, what) => {
    expect(tooNew(css)).toHaveLength(1)
    expect(tooNew(css)[0]).toContain(what)
  })

  it.each([
    '/* @layer base; */ a { color: #1b1f24 }',
    '@supports (color: color-mix(in srgb, red, blue)) { a { color: color-mix(in srgb, red, blue) } }',
    '@supports selector(:has(*)) { .a, form:has(b) { color: #000 } }',
    'form:has(b), form:has(c) { color: #000 }',
    '@media (min-width: 48em) and (max-width: 63.9em) { a > b { color: #000 } }',
    '@keyframes full { from { width: 0 } to { width: 100% } }',
    'a[href^="x{"]::after { content: "a{b{" }',
    '@font-face { font-family: "x" } @page { size: A4 }',
  ])('is not seen in %s', (css) => {
    expect(tooNew(css)).toEqual([])
  })
})
