import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { end, freePort, type Service, serve } from '#support/service'
import { CYCLES, randomFrom, SEED } from './support/amounts.ts'
import { audit } from './support/audit.ts'
import { load, type Saver, savers, shown } from './support/load.ts'
import { forgetPacing, missingPictures, portraitIn, settle, uploader, uploads } from './support/uploads.ts'

/** The kill falls somewhere in so many milliseconds of load. */
const WINDOW_MS = 3_000

const folder = mkdtempSync(join(tmpdir(), 'faults-'))
const file = join(folder, 'app.db')
let service: Service | undefined
afterAll(async () => {
  if (service) await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

/** The draft holds the last acknowledged save or the one that was under way, and the session still stands. */
async function compare(saver: Saver, cycle: number): Promise<void> {
  const n = await shown(saver)
  expect(n, `cycle ${cycle}, ${saver.idNumber}`).toBeGreaterThanOrEqual(saver.told)
  expect(n, `cycle ${cycle}, ${saver.idNumber}`).toBeLessThanOrEqual(saver.sent)
}

test(`kill -9 of the service, ${CYCLES} times under saves and uploads, loses nothing acknowledged`, {
  timeout: 60_000 + CYCLES * 20_000,
}, async () => {
  const random = randomFrom(SEED)
  const port = await freePort()
  service = await serve(folder, port)
  const people = await savers(service.origin)
  const drawer = await uploader(service.origin, file)
  let slowest = 0
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    let going = true
    const go = () => going
    const loads = [...people.map((saver) => load(saver, go)), uploads(drawer, go)]
    await wait(random() * WINDOW_MS)
    going = false
    await end(service.child, 'SIGKILL')
    await Promise.all(loads)

    expect(audit(file).integrity).toBe('ok')
    expect(missingPictures(folder)).toEqual([])
    expect(settle(drawer, portraitIn(file)), `cycle ${cycle}, the portrait`).toBe(true)
    forgetPacing(file)
    service = await serve(folder, port)
    slowest = Math.max(slowest, Math.round(service.readyMs))
    for (const saver of people) await compare(saver, cycle)
  }
  const total = people.reduce((sum, saver) => sum + saver.acknowledged, 0)
  expect(Math.min(total, drawer.acknowledged)).toBeGreaterThan(0)
  console.log(
    `service: ${CYCLES} kills, ${total} saves and ${drawer.acknowledged} uploads acknowledged, 0 lost, ready again in ${slowest} ms at most (seed ${SEED})`,
  )
})
