import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { agrees, headLine, readHeads, shownMac } from './audit-heads.ts'

const mac = Buffer.concat([Buffer.of(1), randomBytes(32)])
const hex = mac.toString('hex')

it('a head goes into a line and back, whole and as it is copied by hand', () => {
  const line = headLine({ day: '2026-07-01', link: 1234, mac })
  const shown = `2026-07-02  1235   ${shownMac(mac).toUpperCase().replace('…', '...')}  `
  const { heads, unread } = readHeads(`# kept by the office\n${line}\n\n${shown}\n`, 'f')
  expect(unread).toEqual([])
  expect(heads.map(({ day, link, place }) => [day, link, place])).toEqual([
    ['2026-07-01', 1234, 'f'],
    ['2026-07-02', 1235, 'f'],
  ])
  for (const head of heads) {
    expect(agrees(head.mac, mac)).toBe(true)
    for (const at of [0, 2, 32]) {
      const other = Buffer.from(mac)
      other[at] = (other[at] ?? 0) ^ 1
      expect(agrees(head.mac, other), `byte ${at}`).toBe(false)
    }
  }
})

it('shows twelve digits at either end', () => {
  expect(shownMac(mac).replace(/ /g, '')).toBe(`${hex.slice(0, 12)}…${hex.slice(-12)}`)
})

it.each([
  '2026-07-01',
  '2026-07-01 12',
  `2026-07-01 x ${hex}`,
  `2026-07-01 12 ${hex.slice(1)}`,
  `2026-07-01 12 ${hex}0`,
  '2026-07-01 12 0123456…01234567',
  `2026-07-01 12 ${hex.slice(0, 12)}`,
  `1 2026-07-01 ${hex}`,
])('%s is no head', (line) => {
  expect(readHeads(`\n${line}`, 'f')).toEqual({ heads: [], unread: [2] })
})
