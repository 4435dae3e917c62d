import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnName, rowXml, xmlText } from './sheet.ts'

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (at, name) => expect(columnName(at)).toBe(name))

test.each([
  ['张三', '张三'],
  ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
  ['a\u0001b', 'a_x0001_b'],
  ['a\rb', 'a_x000D_b'],
  ['a\nb\tc', 'a\nb\tc'],
  ['\uFFFE', '_xFFFE_'],
  ['_x0041_', '_x005F_x0041_'],
  ['a_b', 'a_b'],
  ['_x004_', '_x004_'],
])('%j is written %j', (text, xml) => expect(xmlText(text)).toBe(xml))

test('no text ends its cell or begins another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(xmlText(text)).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/)
    }),
  )
})

test('text is a text cell, a number a number, what is empty none; columns without a heading have their letters', () => {
  expect(rowXml(7, ['410105199203159973', '', 3, '=1+1'], ['A', 'B'])).toBe(
    '<row r="7"><c r="A7" t="inlineStr"><is><t xml:space="preserve">410105199203159973</t></is></c>' +
      '<c r="C7"><v>3</v></c><c r="D7" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c></row>',
  )
})
