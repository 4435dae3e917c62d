import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#db/store'
import { ROOT } from '#support/children'
import { ORDER_ACKS } from './support/amounts.ts'
import { ordersOf } from './support/trace.ts'
import { writerArgs } from './support/writers.ts'

// A kill cannot see whether the disk had a commit when it was acknowledged: what the process wrote outlives it
// in the page cache. The order of its system calls shows it.

const traces = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
if (!traces) {
  console.error(
    '\n*** NO STRACE, OR IT MAY NOT TRACE: THE ORDER OF ANSWERS AND SYNCS HAS NOT BEEN TESTED. ***\n',
  )
}

describe.runIf(traces)('the order of acknowledgement and sync', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const url = `file:${join(folder, 'app.db')}`
  beforeAll(async () => (await openStore(url)).close())
  afterAll(() => rmSync(folder, { recursive: true }))

  const traced = (name: string, weak: boolean) => {
    const out = join(folder, `${name}.trace`)
    const calls = 'trace=write,pwrite64,fsync,fdatasync'
    const program = [process.execPath, ...writerArgs(url, { name, acks: ORDER_ACKS, weak })]
    const env = { ...process.env, DATABASE_URL: undefined }
    const run = spawnSync('strace', ['-f', '-y', '-e', calls, '-o', out, ...program], { cwd: ROOT, env })
    expect(run.status, String(run.stderr)).toBe(0)
    return ordersOf(readFileSync(out, 'utf8'))
  }

  test(`none of ${ORDER_ACKS} acknowledgements comes before its commit is on disk`, () => {
    const { acks, early, syncs } = traced('full', false)
    expect({ acks, early }).toEqual({ acks: ORDER_ACKS, early: 0 })
    expect(syncs).toBeGreaterThan(ORDER_ACKS / 32)
    console.log(`order: ${acks} acknowledged, ${early} before the sync, ${syncs} syncs of the log`)
  })

  test('the test sees it: with synchronous=NORMAL acknowledgements come first', () => {
    const { acks, early } = traced('weak', true)
    expect(acks).toBe(ORDER_ACKS)
    expect(early).toBeGreaterThan(ORDER_ACKS / 2)
    console.log(`order, negative control: ${acks} acknowledged, ${early} before the sync`)
  })
})
