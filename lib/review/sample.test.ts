import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createKeyring, loadKeyring } from '#lib/protect/keyring'
import { drawOf, HELD_BACK, isHeldBack } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'sample-'))
const ringOf = (name: string) => {
  createKeyring(join(folder, name))
  return loadKeyring(join(folder, name))
}
const ring = ringOf('a.json')
afterAll(() => rmSync(folder, { recursive: true }))

const IDS = Array.from({ length: 5000 }, (_, n) => `a${n.toString(36)}`)
const DAY = '2026-07-01'

test('about a tenth is held back, and the same ones at each look', () => {
  const held = IDS.filter((id) => isHeldBack(ring, id, DAY))
  // Five standard deviations of a fair draw: a wrong share fails, chance does not.
  const spread = 5 * Math.sqrt(HELD_BACK * (1 - HELD_BACK) * IDS.length)
  expect(Math.abs(held.length - HELD_BACK * IDS.length)).toBeLessThan(spread)
  expect(IDS.filter((id) => isHeldBack(ring, id, DAY))).toEqual(held)
})

test('another day and another key ring draw others', () => {
  const of = (day: string, other = ring) => IDS.filter((id) => isHeldBack(other, id, day))
  const today = new Set(of(DAY))
  for (const others of [of('2026-07-02'), of(DAY, ringOf('b.json'))]) {
    const same = others.filter((id) => today.has(id)).length
    expect(same).toBeLessThan(others.length / 3)
  }
})

test('a draw lies in [0, 1)', () => {
  for (const id of IDS.slice(0, 500)) {
    const draw = drawOf(ring, id, DAY)
    expect(draw >= 0 && draw < 1).toBe(true)
  }
})
