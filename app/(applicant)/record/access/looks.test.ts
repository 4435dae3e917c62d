import { describe, expect, it } from 'vitest'
import type { Access } from '#db/queries/access'
import { looksOf, lookText } from './looks.ts'

const look = (verb: Access['verb'], second: number, office = '金水区财政局'): Access => ({
  at: new Date(Date.UTC(2026, 6, 1, 1, 0, second)),
  verb,
  office,
})
const told = (seen: readonly Access[]) => looksOf(seen).map((l) => `${lookText(l)}，${l.office}`)

describe('looks as they are told', () => {
  it('pictures of one minute become one line', () => {
    const seen = [5, 4, 3].map((s) => look('documentViewed', s))
    expect(told(seen)).toEqual(['查看了图片（3 次），金水区财政局'])
  })

  it.each([
    ['another minute', [look('documentViewed', 60), look('documentViewed', 59)], 2],
    ['another office', [look('documentViewed', 2), look('documentViewed', 1, '宛城区财政局')], 2],
    ['another deed', [look('reveal', 1), look('claim', 1)], 2],
    ['something between', [look('documentViewed', 3), look('reveal', 2), look('documentViewed', 1)], 3],
    ['nothing', [], 0],
  ])('%s keeps lines apart', (_, seen, lines) => {
    expect(looksOf(seen)).toHaveLength(lines)
  })
})
