import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '#db/store'
import { CYCLES, randomFrom, SEED } from './support/amounts.ts'
import { audit } from './support/audit.ts'
import { acknowledged, faults, startWriter } from './support/writers.ts'

/** The kill falls somewhere in so many milliseconds of writing. */
const WINDOW_MS = 700

const folder = mkdtempSync(join(tmpdir(), 'faults-'))
afterAll(() => rmSync(folder, { recursive: true }))

test(`kill -9 of ${CYCLES} processes with 16 writers each loses nothing acknowledged`, {
  timeout: CYCLES * 10_000,
}, async () => {
  const random = randomFrom(SEED)
  const file = join(folder, 'app.db')
  const ledger: string[] = []
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const writer = startWriter(`file:${file}`, { name: `c${cycle}` })
    await writer.printed('ready')
    await wait(random() * WINDOW_MS)
    writer.process.kill('SIGKILL')
    await writer.ended
    expect(faults(writer.said())).toEqual([])
    ledger.push(...acknowledged(writer.said()))
    // Opened as the service opens it, then read by the engine itself.
    await (await openStore(`file:${file}`)).close()
    const { integrity, keys, torn } = audit(file)
    expect({ cycle, integrity, torn }).toEqual({ cycle, integrity: 'ok', torn: [] })
    expect(ledger.filter((key) => !keys.has(key))).toEqual([])
  }
  expect(ledger.length).toBeGreaterThan(CYCLES)
  console.log(`store: ${CYCLES} kills, ${ledger.length} acknowledged, 0 lost, 0 torn (seed ${SEED})`)
})
