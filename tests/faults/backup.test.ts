import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { start } from '#support/children'
import { end, freePort, launch, type Service, serve } from '#support/service'
import { load, savers, shown } from './support/load.ts'

const folder = mkdtempSync(join(tmpdir(), 'faults-'))
const at = (name: string) => join(folder, name)
let service: Service | undefined
afterAll(async () => {
  if (service) await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Runs one of the two scripts on a data folder. */
async function script(name: 'backup' | 'restore', dataDir: string, ...args: string[]) {
  const child = start(process.execPath, [`scripts/${name}.ts`, ...args], { DATA_DIR: dataDir })
  return { code: await child.ended, said: child.said() }
}

/** The path of a picture on a page. */
const pictureOn = (html: string) =>
  /src="(\/collection\/files\/[^"]+|\/documents\/[^"]+)"/.exec(html)?.[1] ?? ''

test('a backup taken while people save is restored elsewhere, and holds all that was told before it began', async () => {
  const port = await freePort()
  service = await serve(at('live'), port)
  const people = await savers(service.origin)
  let going = true
  const loads = people.map((saver) => load(saver, () => going))
  await wait(2_000)
  const before = people.map((saver) => saver.told)
  const made = await script('backup', at('live'), '--to', at('copy'))
  const during = people.map((saver, n) => saver.told - (before[n] ?? 0))
  going = false
  await Promise.all(loads)
  expect(made.code, made.said).toBe(0)
  expect(made.said).toContain('The key ring is NOT in it.')
  expect(readdirSync(at('copy')).sort()).toEqual(['app.db', 'blobs', 'manifest.json', 'pictures.sha256'])
  expect(Math.min(...before)).toBeGreaterThan(0)
  expect(Math.max(...during)).toBeGreaterThan(0)
  await end(service.child, 'SIGTERM')

  const restored = await script('restore', at('again'), '--from', at('copy'))
  expect(restored.code, restored.said).toBe(0)
  expect(restored.said).toContain('The key ring is NOT in a backup')

  // Without its key ring the demo makes a new one, with which nothing could be read: it must say so and end.
  const { child: keyless } = launch(at('again'), port)
  expect(await keyless.ended).toBe(1)
  expect(keyless.said()).toContain('is not the key ring this store was made with.')

  copyFileSync(at('live/keyring.json'), at('again/keyring.json'))
  service = await serve(at('again'), port)
  for (const [n, saver] of people.entries()) {
    const value = await shown(saver)
    expect(value, saver.idNumber).toBeGreaterThanOrEqual(before[n] ?? 0)
    expect(value, saver.idNumber).toBeLessThanOrEqual(saver.sent)
  }
  const [first] = people
  const photo = await first?.visitor.open('/collection/files/photo')
  const picture = await first?.visitor.send(pictureOn(photo?.body ?? ''))
  expect(picture?.status).toBe(200)
  console.log(
    `backup: ${before.reduce((sum, n) => sum + n, 0)} saves told before it began, all restored; ${during.reduce((sum, n) => sum + n, 0)} while it ran`,
  )
})

test('neither script touches a folder that is in use, and a damaged backup is refused', async () => {
  const again = await script('backup', at('live'), '--to', at('copy'))
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') })
  const used = await script('restore', at('live'), '--from', at('copy'))
  expect(used).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') })
  const gone = await script('backup', at('nowhere'), '--to', at('other'))
  expect(gone).toMatchObject({ code: 1, said: expect.stringContaining('is not there') })

  mkdirSync(at('foreign'))
  copyFileSync(at('live/keyring.json'), at('foreign/keyring.json'))
  const [two = ''] = readdirSync(at('copy/blobs'))
  const deep = join(at('copy/blobs'), two, readdirSync(join(at('copy/blobs'), two))[0] ?? '')
  const picture = join(deep, readdirSync(deep)[0] ?? '')
  rmSync(picture)
  writeFileSync(picture, 'not what it was')
  const damaged = await script('restore', at('foreign'), '--from', at('copy'))
  expect(damaged).toMatchObject({ code: 1, said: expect.stringMatching(/Picture .* is damaged/) })
  expect(existsSync(at('foreign/app.db'))).toBe(false)

  writeFileSync(at('copy/app.db'), 'short')
  const broken = await script('restore', at('foreign'), '--from', at('copy'))
  expect(broken).toMatchObject({ code: 1, said: expect.stringContaining('is not what the manifest says') })
  rmSync(at('copy/manifest.json'))
  const half = await script('restore', at('foreign'), '--from', at('copy'))
  expect(half).toMatchObject({ code: 1, said: expect.stringContaining('no finished backup') })
  expect(readdirSync(at('foreign'))).toEqual(['keyring.json'])
})
