import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { faultOf } from '#db/errors'
import { notices } from '#db/schema'
import { openStore, type Store } from '#db/store'

const SIZE = '12m'
/** Freed later; more than a checkpoint of what has filled the rest. */
const BALLAST = 8_000_000
const GROUP = 32

const mounts = (...args: string[]) => spawnSync('mount', args).status === 0
const folder = mkdtempSync(join(tmpdir(), 'faults-'))
const able = mounts('-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder)
if (able) spawnSync('umount', ['-l', folder])
else
  console.error(
    '\n*** NO RIGHT TO MOUNT: A FULL AND A READ-ONLY DISK HAVE NOT BEEN TESTED. Run as root. ***\n',
  )
afterAll(() => rmSync(folder, { recursive: true }))

describe.runIf(able)('a small disk', () => {
  let store: Store | undefined
  const file = join(folder, 'app.db')
  const ballast = join(folder, 'ballast')
  beforeEach(async () => {
    expect(mounts('-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder)).toBe(true)
    writeFileSync(ballast, Buffer.alloc(BALLAST))
    store = await openStore(`file:${file}`)
  })
  // Lazily: a store that was refused keeps its descriptor until the process ends.
  afterEach(async () => {
    await store?.close().catch(() => {})
    store = undefined
    spawnSync('umount', ['-l', folder])
  })

  const put = (open: Store, key: string) =>
    open.write(
      async (tx) => void (await tx.insert(notices).values({ version: key, publishedAt: new Date(0) })),
    )
  const keys = async (open: Store) =>
    new Set((await open.read.select({ version: notices.version }).from(notices)).map((row) => row.version))

  /** Stores groups of keys of 2 KB until the disk is full. */
  async function fill(open: Store): Promise<{ stored: string[]; refused: string[]; reasons: unknown[] }> {
    const stored: string[] = []
    for (let round = 0; ; round++) {
      const group = Array.from({ length: GROUP }, (_, n) => `${round}.${n}.${'x'.repeat(2_000)}`)
      const outcomes = await Promise.allSettled(group.map((key) => put(open, key)))
      const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
      if (failed.length === 0) stored.push(...group)
      else return { stored, refused: group, reasons: failed.map((outcome) => outcome.reason) }
    }
  }

  test('a commit that finds the disk full rejects its whole group, and nothing that was acknowledged goes', async () => {
    if (!store) throw new Error('The store is not open.')
    const { stored, refused, reasons } = await fill(store)
    expect(reasons).toHaveLength(GROUP)
    expect(new Set(reasons.map(faultOf))).toEqual(new Set(['full']))
    const there = await keys(store)
    expect(there.size).toBe(stored.length)
    expect(stored.filter((key) => !there.has(key))).toEqual([])
    expect(refused.filter((key) => there.has(key))).toEqual([])

    rmSync(ballast)
    await put(store, 'after')
    await store.close()
    store = await openStore(`file:${file}`)
    const again = await keys(store)
    expect(again.size).toBe(stored.length + 1)
    expect(again.has('after')).toBe(true)
    console.log(`full disk: ${stored.length} acknowledged and readable, ${reasons.length} refused together`)
  })

  test('a store on a disk that cannot be written is refused in one sentence', async () => {
    if (!store) throw new Error('The store is not open.')
    await put(store, 'kept')
    await store.close()
    expect(mounts('-o', 'remount,ro', folder)).toBe(true)
    await expect(openStore(`file:${file}`)).rejects.toThrow(
      /^The database file \S+app\.db cannot be opened: .*\.$/,
    )
    expect(mounts('-o', 'remount,rw', folder)).toBe(true)
    store = await openStore(`file:${file}`)
    expect(await keys(store)).toEqual(new Set(['kept']))
  })
})
