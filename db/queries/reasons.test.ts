import { asc, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offeredReasons, reasonTitleOf } from '#lib/collection/reason-library'
import { events } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import {
  addReason,
  changeReason,
  ownReasons,
  type ReasonEditor,
  reasonVersions,
  retireReason,
} from './reasons.ts'

let store: Store
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, at(0))
})
afterAll(() => remove())

const at = (minutes: number) => new Date(Date.UTC(2026, 6, 1, 0, minutes))
const by = (minutes: number, officeId = ''): ReasonEditor => ({
  actorId: 'p1',
  role: officeId === '' ? 'administrator' : 'reviewer',
  officeId,
  now: at(minutes),
})
const CONTENT = { title: '照片过期', text: '请换近期照片。', fields: ['personal.photo'] }
const offered = async (officeIds: readonly string[] = []) =>
  offeredReasons(await reasonVersions(store.read, officeIds)).map((reason) => reason.code)

describe('the library of reasons in the store', () => {
  it('begins with the reasons that ship', async () => {
    const codes = await offered()
    expect(codes).toHaveLength(17)
    expect([codes[0], codes.at(-1)]).toEqual(['RR01', 'RR99'])
  })

  it('adds under the next code, beside the free one', async () => {
    expect(await store.write((tx) => addReason(tx, by(1), CONTENT))).toBe('RR17')
    expect((await offered()).slice(-2)).toEqual(['RR17', 'RR99'])
  })

  it('keeps what an office adds to itself', async () => {
    expect(await store.write((tx) => addReason(tx, by(1, '410105'), CONTENT))).toBe('OW01')
    expect(await store.write((tx) => addReason(tx, by(1, '411302'), CONTENT))).toBe('OW01')
    expect(await offered()).not.toContain('OW01')
    expect((await offered(['410105'])).filter((code) => code === 'OW01')).toHaveLength(1)
    expect((await ownReasons(store.read, '411302')).map((reason) => reason.code)).toEqual(['OW01'])
  })

  it('changes as a new version: what was decided before keeps its words', async () => {
    const change = (seen: number, title: string) =>
      store.write((tx) => changeReason(tx, by(10), { code: 'RR01', seen }, { ...CONTENT, title }))
    expect(await change(1, '证件照不合格')).toBe('done')
    expect(await change(1, '别的')).toBe('stale')
    const versions = await reasonVersions(store.read)
    const said = (minutes: number) =>
      reasonTitleOf(versions, { officeId: '410105', decidedAt: at(minutes) }, 'RR01')
    expect([said(9), said(10)]).toEqual(['照片不合格', '证件照不合格'])
    const unknown = { code: 'RR77', seen: 1 }
    expect(await store.write((tx) => changeReason(tx, by(11), unknown, CONTENT))).toBe('missing')
  })

  it('retires and restores; the free one stays', async () => {
    const retire = (code: string, retired: boolean) =>
      store.write((tx) => retireReason(tx, by(20), code, retired))
    expect(await retire('RR02', true)).toBe('done')
    expect(await retire('RR02', true)).toBe('done')
    expect(await offered()).not.toContain('RR02')
    expect(await retire('RR02', false)).toBe('done')
    expect(await offered()).toContain('RR02')
    expect(await retire('RR99', true)).toBe('missing')
  })

  it('writes an event beside each change, and none beside a refusal', async () => {
    const rows = await store.read
      .select({ verb: events.verb, officeId: events.officeId, facts: events.facts })
      .from(events)
      .where(inArray(events.verb, ['addReason', 'changeReason', 'retireReason', 'restoreReason']))
      .orderBy(asc(events.id))
    expect(rows.map(({ verb, officeId, facts }) => `${verb} ${officeId ?? '-'} ${facts}`)).toEqual([
      'addReason - {"code":"RR17","version":1}',
      'addReason 410105 {"code":"OW01","version":1}',
      'addReason 411302 {"code":"OW01","version":1}',
      'changeReason - {"code":"RR01","version":2}',
      'retireReason - {"code":"RR02","version":1}',
      'restoreReason - {"code":"RR02","version":1}',
    ])
  })

  it('is not filled a second time', async () => {
    const before = (await reasonVersions(store.read)).length
    await seedReference(store, at(30))
    expect(await reasonVersions(store.read)).toHaveLength(before)
  })
})
