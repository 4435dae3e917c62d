import { expect, it } from 'vitest'
import { selectorsOf, unstyled } from './support/sheets.ts'

const page = (names: string) => `<body><p class="${names}">x</p></body>`

it.each([
  ['item tl', ['.tl'], '.tl>li{color:#000}'],
  ['tl done', ['.tl>.done:not(#\\#):before'], '.tl>.done:not(#\\#):before,.hub{color:#000}'],
  ['tl', ['.tl'], '@media print{.tl{color:#000}}'],
])('a page with the classes %s lacks %s of %s', (names, missing, css) => {
  expect(unstyled(page(names), ['.item{color:#000}'], [css])).toEqual(
    missing.map((selector) => expect.stringContaining(selector)),
  )
})

it.each([
  ['item', '.tl{color:#000}'],
  ['done', '.tl>.done{color:#000}'],
  ['item', '.item{color:#000}'],
  ['item', 'picture-viewer{color:#000}'],
])('a page with the classes %s lacks nothing of %s', (names, css) => {
  expect(unstyled(page(names), ['.item{color:#000}'], [css])).toEqual([])
})

it('a selector is one for each comma outside of brackets', () => {
  expect(selectorsOf('/* .a{} */@page{size:A4}@media print{.b:is(.c,.d),e[f="g,h"]{color:#000}}')).toEqual([
    '.b:is(.c,.d)',
    'e[f="g,h"]',
  ])
})
