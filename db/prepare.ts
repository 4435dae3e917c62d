import { existsSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { now } from '#lib/clock'
import { env } from '#lib/env'
import { createKeyring, keyringFingerprint, loadKeyring } from '#lib/protect/keyring'
import { refreshCalendar } from './calendar.ts'
import { StoreError } from './errors.ts'
import { checkRing } from './ring.ts'
import { storeKeys } from './schema.ts'
import { seedDemo } from './seed/demo.ts'
import { seedReference } from './seed/reference.ts'
import { type Store, store } from './store.ts'

/** Writes down which key ring a new store is made with. */
async function checkKeys(s: Store): Promise<{ empty: boolean }> {
  const { keyringPath } = env()
  const ring = loadKeyring(keyringPath)
  const row = await checkRing(s.read, ring, keyringPath)
  const fingerprint = keyringFingerprint(ring)
  if (!row) await s.write(async (tx) => void (await tx.insert(storeKeys).values({ id: 1, fingerprint })))
  return { empty: row?.seededAt == null }
}

/** Puts in what the store does not have yet. */
async function fill(s: Store, demo: boolean): Promise<void> {
  const { empty } = await checkKeys(s)
  const at = now()
  await seedReference(s, at)
  if (!empty) return
  if (demo) await seedDemo(s, at)
  await s.write(
    async (tx) => void (await tx.update(storeKeys).set({ seededAt: at }).where(eq(storeKeys.id, 1))),
  )
}

/**
 * Makes the service ready: the demo's key ring, migrations, reference data, and the demo people when the
 * store is empty. Idempotent.
 * @returns lines for the operator: the demo people
 * @throws ConfigError, StoreError with one sentence
 */
export async function prepare(): Promise<{ summary: string[] }> {
  const settings = env()
  if (!existsSync(settings.keyringPath)) {
    if (settings.appEnv === 'production')
      throw new StoreError(`KEYRING ${settings.keyringPath} does not exist.`)
    createKeyring(settings.keyringPath)
  }
  const s = await store()
  // Nodes that start together on an empty store: one fills it, the others find it full.
  await s.alone(() => fill(s, settings.seed === 'demo'))
  await refreshCalendar(s)
  return { summary: settings.seed === 'demo' ? (await import('./seed/people.ts')).demoSummary() : [] }
}
