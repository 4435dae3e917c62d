import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Change, diff } from '#lib/collection/diff'
import type { PictureRef } from '#lib/collection/field'
import type { Row } from '#lib/collection/present'
import { DiffRow } from './diff-row.tsx'

const rows = (text: string, more: Partial<Row>) => [
  {
    part: 'personal' as const,
    title: '个人信息',
    rows: [{ key: 'personal.x', field: 'x', label: '手机号', text, ...more }],
  },
]
function changed(before: string, after: string, more: (text: string) => Partial<Row> = () => ({})): Change {
  const [change] = diff(rows(before, more(before)), rows(after, more(after)))
  if (!change) throw new Error('nothing changed')
  return change
}
const print = (change: Change, props: { masked?: boolean; seen?: boolean; earlier?: boolean } = {}) => {
  const { masked = true, seen = true, earlier = false } = props
  const documentHref = (id: string) => (seen ? `/documents/${id}` : undefined)
  return renderToStaticMarkup(createElement(DiffRow, { change, masked, documentHref, earlier }))
}

test.each([
  [true, false],
  [false, true],
])('a mobile that changed, masked %s: whole in the page %s', (masked, whole) => {
  const html = print(
    changed('13800000003', '13900000004', () => ({ mask: 'mobile' })),
    { masked },
  )
  for (const number of ['13800000003', '13900000004']) expect(html.includes(number)).toBe(whole)
  expect(html).toContain('0004')
})

test('a picture is shown to who may look at it; to others its size is told', () => {
  const change = changed('已上传，295×413', '已上传，295×414', (text) => ({
    picture: { documentId: 'd', digest: text, width: 295, height: 413 } as PictureRef,
  }))
  expect(print(change)).toContain('src="/documents/d"')
  expect(print(change, { seen: false })).not.toContain('/documents/')
  expect(print(change, { seen: false })).toContain('295×413')
})

test('what was empty is said to be; an earlier round does not bear the mark of what changed now', () => {
  const change = changed('', '甲')
  expect(print(change)).toContain('<del>没有填</del>')
  expect(print(change)).toContain('data-change="personal.x"')
  expect(print(change, { earlier: true })).not.toContain('data-change=')
  expect(print(change, { earlier: true })).toContain('data-earlier-change="personal.x"')
})
