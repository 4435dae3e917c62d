import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAccess } from '#db/queries/access'
import { countSelection } from '#db/queries/export'
import { listOffices } from '#db/queries/offices'
import { officesOverseenBy, type StaffRole } from '#db/queries/staff'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { deskOn, eventsOf, officeOf } from '#db/testing-desk'
import { draftsOn, T0 } from '#db/testing-drafts'
import { EXPORT_TABLES, exportTable } from '#lib/export/tables'
import { EXPORT_FULL, ROUTES } from '#lib/identity/rights'
import { readFilter } from '#lib/review/filter'
import { sheetsOf } from '#lib/statistics/tables'
import { makeExport } from './export/make.ts'
import { selectionOf } from './export/selection.ts'
import { readReport } from './stats/report.ts'

let store: Store
let remove: () => Promise<void>
let someone: Awaited<ReturnType<ReturnType<typeof draftsOn>['submitted']>>

const days = (n: number) => new Date(T0.getTime() + n * 86_400_000)
const NOW = days(9)
const OURS = '410105'
const THEIRS = '411302'
const COUNTIES = [OURS, THEIRS]
/** Every office that somebody may have a post at, and the counties of the two that belong to it. */
const POSTS: readonly (readonly [office: string, counties: readonly string[]])[] = [
  [OURS, [OURS]],
  [THEIRS, [THEIRS]],
  ['410102', []],
  ['410100', [OURS]],
  ['411300', [THEIRS]],
  ['410000', COUNTIES],
]
const ALL = readFilter({ status: 'all' })

beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  const drafts = draftsOn(store)
  const desk = deskOn(store, (await drafts.someone('审核员')).person.id)
  for (const [at, officeId] of COUNTIES.entries()) {
    // One more at the second county, so that a mixture cannot pass for either.
    for (let n = 0; n < 3 + at; n++) {
      someone = await drafts.submitted({ name: `人${officeId}${n}`, officeId, at: days(n / 10) })
      if (n === 0) await desk.approve(someone.applicationId, days(1))
      if (n === 1) await desk.sendBack(someone.applicationId, days(2), ['RR02'])
    }
  }
})
afterAll(() => remove())

/** What a post reaches, as the guards work it out from the table of rights. */
async function scopeOf(role: StaffRole, officeId: string): Promise<readonly string[]> {
  if (role === 'reviewer') return [officeId]
  if (role === 'oversight') return officesOverseenBy(store.read, officeId)
  return (await listOffices(store.read)).map((office) => office.id)
}

const rolesOf = (route: string) => (ROUTES[route]?.callers ?? []) as readonly StaffRole[]
/** Every post that the table of rights lets in, with the counties whose rows it may see. */
const cases = (route: string) =>
  rolesOf(route).flatMap((role) =>
    POSTS.flatMap(([office, counties]) => {
      const isCounty = !office.endsWith('00')
      if (role === 'reviewer' ? !isCounty : role === 'oversight' ? isCounty : office !== '410000') return []
      return [[role, office, counties] as const]
    }),
  )

async function exported(
  officeIds: readonly string[],
  options: { table?: string; officeId?: string; full?: boolean; format?: 'xlsx' | 'csv' } = {},
) {
  const { table = 'people', officeId = '', full = false, format = 'xlsx' } = options
  const by = { reviewer: 'desk', officeIds }
  const selection = selectionOf({ place: { filter: ALL }, personIds: undefined }, by, officeId, NOW)
  const wanted = exportTable(table)
  if (!wanted) throw new Error(table)
  let ended = 0
  const body = makeExport({
    store,
    event: {
      id: `export-${table}-${officeIds.length}`,
      at: NOW,
      actorId: 'desk',
      role: 'reviewer',
      officeId: OURS,
    },
    selection,
    table: wanted,
    format,
    full,
    offices: await listOffices(store.read),
    ended: () => ended++,
  })
  const bytes = Buffer.from(await new Response(body as BodyInit).arrayBuffer())
  expect(ended).toBe(1)
  const count = await countSelection(store.read, selection, 1000)
  return { bytes, count }
}

/** The offices whose applications stand in a workbook. */
async function officesIn(bytes: Buffer): Promise<Set<string | undefined>> {
  const [sheet] = (await readXlsx(bytes)).sheets
  const numbers = (sheet?.rows ?? []).slice(1).map((row) => String(row[0]))
  return new Set(await Promise.all(numbers.map((number) => officeOf(store, number))))
}

const rowsIn = async (bytes: Buffer) => (await readXlsx(bytes)).sheets[0]?.rows.slice(1) ?? []

describe('an export', () => {
  it.each(cases('/review/export/file'))(
    'of %s at %s holds the rows of %o alone',
    async (role, office, counties) => {
      const officeIds = await scopeOf(role, office)
      for (const { id } of EXPORT_TABLES) {
        const { bytes, count } = await exported(officeIds, { table: id })
        const found = await officesIn(bytes)
        for (const one of found) expect(counties, id).toContain(one)
        if (id === 'people') expect([...found].sort()).toEqual([...counties].sort())
        expect(count).toBe(counties.reduce((n, county) => n + (county === OURS ? 3 : 4), 0))
      }
      for (const county of COUNTIES) {
        const { bytes } = await exported(officeIds, { officeId: county })
        expect([...(await officesIn(bytes))]).toEqual(counties.includes(county) ? [county] : [])
      }
    },
  )

  it('in full is for those who decide, and leaves a look behind for each person before it leaves', async () => {
    expect(EXPORT_FULL.callers).toEqual(['reviewer'])
    const number = someone.by.person.idNumber
    const masked = await rowsIn((await exported([THEIRS])).bytes)
    expect(JSON.stringify(masked)).not.toContain(number)
    expect(await eventsOf(store, 'reveal')).toHaveLength(4)
    const whole = await rowsIn((await exported([THEIRS], { full: true })).bytes)
    expect(JSON.stringify(whole)).toContain(`"${number}"`)
    const looks = (await eventsOf(store, 'reveal')).filter((event) => event.facts.export !== undefined)
    expect(looks).toHaveLength(4)
    expect(new Set(looks.map((event) => event.officeId))).toEqual(new Set([THEIRS]))
    const [seen] = await listAccess(store.read, someone.by.person.id, 10)
    expect(seen?.verb).toBe('reveal')
  })

  it('writes down how much was sent, also when the reader goes away', async () => {
    await exported([OURS], { format: 'csv' })
    const last = async () => (await eventsOf(store, 'exported')).at(-1)?.facts
    expect(await last()).toMatchObject({ applications: 3, rows: 3, whole: true })
    const table = exportTable('people')
    if (!table) throw new Error('people')
    let ended = 0
    const reader = makeExport({
      store,
      event: { id: 'left', at: NOW, actorId: 'desk', role: 'reviewer', officeId: OURS },
      selection: selectionOf(
        { place: { filter: ALL }, personIds: undefined },
        { reviewer: 'desk', officeIds: COUNTIES },
        '',
        NOW,
      ),
      table: { ...table, rows: (source) => Array.from({ length: 5000 }, () => table.rows(source)[0] ?? []) },
      format: 'csv',
      full: false,
      offices: [],
      ended: () => ended++,
    }).getReader()
    await reader.read()
    await reader.cancel()
    expect(ended).toBe(1)
    expect(await last()).toMatchObject({ export: 'left', whole: false })
  })
})

describe('statistics', () => {
  it.each(cases('/review/stats'))('of %s at %s count %o alone', async (role, office, counties) => {
    const officeIds = await scopeOf(role, office)
    const expected = counties.reduce((n, county) => n + (county === OURS ? 3 : 4), 0)
    for (const area of [undefined, OURS, THEIRS, '410100', '411300', 'nowhere']) {
      const { report, area: shown } = await readReport(store.read, { officeIds }, area ? { area } : {}, NOW)
      for (const id of shown.officeIds) expect(officeIds).toContain(id)
      // The average of the province is everybody's to see, beside less than the province.
      const less = shown.officeIds.length > 0 && shown.officeIds.length < 157
      expect(report.province?.returnRate).toBe(less ? 0.5 : undefined)
      expect(report.all.submitted).toBeLessThanOrEqual(expected)
      const named = JSON.stringify(sheetsOf(report, { area: shown.name, madeAt: '' }))
      if (!counties.includes(OURS) && office !== '410102') expect(named).not.toContain('金水区')
      if (!counties.includes(THEIRS)) expect(named).not.toContain('宛城区')
    }
    const { report } = await readReport(store.read, { officeIds }, {}, NOW)
    expect(report.all).toMatchObject({
      submitted: expected,
      approved: counties.length,
      returned: counties.length,
    })
    expect(report.reasons.map(({ n }) => n)).toEqual(counties.length > 0 ? [counties.length] : [])
    const sums = (values: readonly number[]) => values.reduce((sum, n) => sum + n, 0)
    expect(sums(report.weeks.map((week) => week.submitted))).toBe(expected)
    expect(sums(report.offices.map((one) => one.submitted))).toBe(expected)
    expect(sums(report.lasting.map(({ n }) => n))).toBe(2 * counties.length)
  })
})
