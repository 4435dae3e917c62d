import { parseArgs } from 'node:util'
import { StoreError } from '#db/errors'
import { type KeyUse, keyUse } from '#db/key-use'
import { checkRing } from '#db/ring'
import { rotateKeys } from '#db/rotate'
import { closeStore, store } from '#db/store'
import { env } from '#lib/env'
import { addKey, type Keyring, loadKeyring } from '#lib/protect/keyring'
import { failed } from './lib/failed.ts'
import { progressLine } from './lib/progress.ts'

// The keys that seal what is stored: `npm run keys -- status | add | rotate`. See docs/operations.md, "Keys".

const USAGE = 'npm run keys -- status | add | rotate'
/** Rows that do not open and are named; of more the number is told. */
const NAMED = 20

const said = (ids: readonly number[]) => `${ids.length === 1 ? 'key' : 'keys'} ${ids.join(', ')}`

/** Ids of the ring and of what is stored, in order. */
const idsOf = (ring: Keyring, use: readonly KeyUse[]): number[] =>
  [...new Set([...ring.seal.keys.keys(), ...use.flatMap(({ keys }) => [...keys.keys()])])].sort(
    (a, b) => a - b,
  )

function table(ids: readonly number[], use: readonly KeyUse[]): string[] {
  const line = (name: string, cells: readonly unknown[]) =>
    `${name.padEnd(32)}${cells.map((cell) => String(cell).padStart(12)).join('')}`
  return [
    line(
      '',
      ids.map((id) => `key ${id}`),
    ),
    ...use.map(({ name, stays, keys }) =>
      line(
        stays ? `${name} *` : name,
        ids.map((id) => keys.get(id) ?? 0),
      ),
    ),
    '* keeps the key it was made with',
  ]
}

/** What the figures mean, a sentence for each older key. */
function meaning(ids: readonly number[], ring: Keyring, use: readonly KeyUse[]): string[] {
  const { current, keys } = ring.seal
  return ids.flatMap((id) => {
    const held = use.filter((place) => place.keys.has(id))
    if (!keys.has(id)) return [`Key ${id} is NOT in this ring: what is under it cannot be opened.`]
    if (id === current) return []
    if (held.some(({ stays }) => !stays)) return [`Key ${id} is still used: npm run keys -- rotate.`]
    if (held.length > 0) return [`Key ${id} is used only by what keeps its key: it must stay in the ring.`]
    return [
      `Nothing in this store uses key ${id} any more. A backup from before the rotation needs it: keep it as long as you keep one.`,
    ]
  })
}

async function status(ring: Keyring, path: string): Promise<void> {
  const use = await keyUse((await store()).read)
  const ids = idsOf(ring, use)
  console.log(`${path}: ${said([...ring.seal.keys.keys()])}; key ${ring.seal.current} seals new values.`)
  for (const line of table(ids, use)) console.log(line)
  for (const line of meaning(ids, ring, use)) console.log(line)
  if (ids.some((id) => !ring.seal.keys.has(id))) process.exitCode = 1
}

function add(path: string): void {
  const id = addKey(path)
  console.log(`Key ${id} was added to ${path} and seals new values from the next start on. The others stay.
1. Put two copies of this file where the backups are not, now: no older copy opens what is sealed from then on.
2. Bring it to every node, stop them all, then start them: a node with the old ring cannot open new values.
   The first start builds anew, because the key of the forms comes from the ring.
3. npm run keys -- rotate`)
}

async function rotate(ring: Keyring, path: string): Promise<void> {
  const { resealed, overtaken, unreadable } = await rotateKeys(
    await store(),
    ring,
    progressLine(process.stderr, 'values'),
  )
  console.log(`\nSealed ${resealed} values again with key ${ring.seal.current}.`)
  if (overtaken > 0) console.log(`${overtaken} were changed by others meanwhile and were left to them.`)
  for (const row of unreadable.slice(0, NAMED)) console.error(`Does not open, left as it is: ${row}`)
  if (unreadable.length > NAMED) console.error(`… ${unreadable.length} in all.`)
  if (unreadable.length > 0) process.exitCode = 1
  await status(ring, path)
}

try {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [what = ''] = positionals
  const { keyringPath: path } = env()
  if (positionals.length !== 1 || !['status', 'add', 'rotate'].includes(what)) throw new StoreError(USAGE)
  if (what === 'add') add(path)
  else {
    const ring = loadKeyring(path)
    await checkRing((await store()).read, ring, path)
    await (what === 'rotate' ? rotate(ring, path) : status(ring, path))
  }
} catch (error) {
  failed(error)
} finally {
  await closeStore().catch(() => {})
}
