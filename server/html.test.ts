import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, isBlankErrorPage, plainHtml } from './html.ts'

const OURS = '<script src="/enhance.js" defer="" data-enhance=""></script>'

describe('plainHtml', () => {
  test.each([
    ['a script with a source', '<script src="/_next/static/a.js" async=""></script>'],
    ['flight data', '<script>self.__next_f.push([1,"a > b \\u003c/script"])</script>'],
    ['a script whose attribute holds a bracket', '<script data-a="a>b" id="_R_">x</script>'],
    ['a script in capitals', '<SCRIPT>1</SCRIPT >'],
    ['a script over lines', '<script\n async>\n1\n</script>'],
    ['a mark inside a value is not ours', '<script src="x?data-enhance=1"></script>'],
    ['a preload of a script', '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>'],
    ['a module preload', '<link rel="modulepreload" href="/a.mjs"/>'],
    ['an empty template', '<template id="P:1"></template>'],
    ['a comment of React', '<!--$--><!--/$-->'],
    ['an empty holder', '<div hidden=""><!--$--><!--/$--></div>'],
  ])('removes %s', (_, element) => {
    expect(plainHtml(`<body>${element}<main>正文</main></body>`)).toBe('<body><main>正文</main></body>')
  })

  test.each([
    ['our script', OURS],
    ['a stylesheet', '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>'],
    ['an icon', '<link rel="icon" href="/icon.svg"/>'],
    ['a template that holds something', '<template id="row"><li></li></template>'],
    ['text that speaks of scripts', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['an attribute that speaks of scripts', '<input value="&lt;script&gt;"/>'],
    ['a textarea', '<textarea>a\n&lt;!-- b --&gt;</textarea>'],
  ])('keeps %s', (_, element) => {
    expect(plainHtml(element)).toBe(element)
  })

  test('keeps our script among others', () => {
    expect(plainHtml(`<script>1</script>${OURS}<script>2</script>`)).toBe(OURS)
  })

  test('gives back every text that React has escaped, untouched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, value) => {
        const page = `<p title="${escapeHtml(value)}">${escapeHtml(text)}</p>`
        expect(plainHtml(`<script>1</script>${page}<!-- -->`)).toBe(page)
      }),
    )
  })

  test('a long run without an end takes no long time', () => {
    const started = performance.now()
    plainHtml(`<script ${'a="'.repeat(20_000)}`)
    plainHtml('<link '.repeat(5_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

test.each([
  ['<!DOCTYPE html><html id="__next_error__"><head></head></html>', true],
  ['<html lang="zh-CN" id="__next_error__">', true],
  ['<html lang="zh-CN"><p id="__next_error__"></p></html>', false],
])('%s is a blank error page: %s', (html, blank) => {
  expect(isBlankErrorPage(html)).toBe(blank)
})
