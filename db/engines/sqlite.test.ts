import { readFileSync, writeFileSync } from 'node:fs'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dialect } from '../dialect.ts'
import { attempts } from '../schema.ts'
import { openStore, type Store } from '../store.ts'
import { openTestStore } from '../testing.ts'

let store: Store
let folder: string
let remove: () => Promise<void>

describe.runIf(dialect === 'sqlite')('SQLite', () => {
  beforeAll(async () => {
    ;({ store, folder, remove } = await openTestStore())
  })
  afterAll(() => remove())

  it('runs one job at a time: counting up by reading first never loses a step', async () => {
    const bump = () =>
      store.write(async (tx) => {
        const [row] = await tx.select().from(attempts).where(eq(attempts.key, 'k'))
        await new Promise((resolve) => setTimeout(resolve, 1))
        const n = (row?.n ?? 0) + 1
        await tx
          .insert(attempts)
          .values({ key: 'k', window: 1, n })
          .onConflictDoUpdate({ target: [attempts.key, attempts.window], set: { n } })
      })
    await Promise.all(Array.from({ length: 40 }, bump))
    const [row] = await store.read.select().from(attempts).where(eq(attempts.key, 'k'))
    expect(row?.n).toBe(40)
  })

  it('leaves nothing of what was deleted in the file', async () => {
    const file = `${folder}/erased.db`
    const MARK = 'mark-that-nobody-else-writes'
    const own = await openStore(`file:${file}`)
    const keys = Array.from({ length: 200 }, (_, n) => `${MARK}-${n}`)
    await own.write(async (tx) => {
      for (const key of keys) await tx.insert(attempts).values({ key, window: 1, n: 1 })
    })
    await own.close()
    expect(readFileSync(file).includes(MARK)).toBe(true)
    const again = await openStore(`file:${file}`)
    await again.write(async (tx) => void (await tx.delete(attempts).where(inArray(attempts.key, keys))))
    await again.close()
    expect(readFileSync(file).includes(MARK)).toBe(false)
  })

  it('refuses a damaged file in one sentence', async () => {
    writeFileSync(`${folder}/bad.db`, 'this is no database, it only has the name of one'.repeat(100))
    await expect(openStore(`file:${folder}/bad.db`)).rejects.toThrow(/cannot be opened|damaged/)
  })
})
