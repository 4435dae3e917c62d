import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '#lib/collection/limits'
import { end, freePort, type Service, serve } from '#support/service'
import { sampleOf } from './corpus/all.ts'
import { jpeg } from './corpus/bases.ts'
import { picturePids, rssOf } from './support/processes.ts'
import { Sender } from './support/sender.ts'
import { broken, leftIn } from './support/stored.ts'

const LIE = 'image/jpeg'

/** Files of the corpus, the names and types they are sent under, the result, and why it was refused. */
const SENT: readonly (readonly [id: string, name: string, type: string, result: string, words: string])[] = [
  ['cut-012', 'IMG_0001.jpg', LIE, 'refused', '打不开'],
  ['cut-040', '../../../etc/passwd', 'image/png', 'refused', '打不开'],
  ['bomb-005', 'a.png', 'image/png', 'refused', '60000×60000'],
  ['bomb-017', 'a".png', 'image/png', 'refused', '16000×16000'],
  ['size-004', 'a.jpg', LIE, 'refused', '高只有 2 像素'],
  ['kind-003', 'scan.jpg', LIE, 'refused', 'TIFF'],
  ['kind-010', 'IMG_0002.jpg', LIE, 'refused', 'HEIC'],
  ['kind-032', 'a.jpg\0.pdf', LIE, 'refused', 'PDF'],
  ['kind-036', 'a.svg', 'image/svg+xml', 'refused', 'SVG'],
  ['kind-041', 'a.php', LIE, 'refused', '不是图片'],
  ['kind-056', 'a.jpg', LIE, 'refused', '请先选择'],
  ['mask-002', 'a.jpg', 'image/gif', 'refused', '打不开'],
  ['segment-051', 'a.jpg', LIE, 'refused', '打不开'],
  ['said-png-005', 'a.png', 'image/png', 'refused', '8.0 MB'],
  ['double-002', 'a.html', 'text/html', 'accepted', ''],
  ['double-png-003', 'a.php.png', 'application/x-php', 'adjusted', ''],
  ['said-002', '\u202egpj.exe', LIE, 'adjusted', ''],
  ['said-029', `${'长'.repeat(200)}.jpg`, LIE, 'accepted', ''],
  ['certificate-006', 'IMG_0003.jpg', LIE, 'adjusted', ''],
  ['portrait-012', 'IMG_0004.jpg', LIE, 'adjusted', ''],
]

const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
let service: Service
let sender: Sender
const pid = () => service.child.process.pid ?? 0

beforeAll(async () => {
  service = await serve(folder, await freePort())
  sender = new Sender(service.origin)
  await sender.signIn()
})
afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

describe('over HTTP', () => {
  let rss = 0

  it.each(SENT)('%s as %s', async (id, name, type, result, words) => {
    rss ||= rssOf(pid())
    const { slot, bytes } = sampleOf(id)
    const shown = await sender.send(slot, await bytes(), name, type)
    expect([shown.status, shown.result]).toEqual([200, result])
    expect(shown.body.includes(words), words).toBe(true)
    if (result === 'refused') return
    const { bytes: jpeg, headers } = await sender.stored(shown)
    expect(leftIn(jpeg)).toEqual([])
    const size = await sharp(jpeg).metadata()
    expect(broken(jpeg, size, size, LIMITS[slot])).toEqual([])
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
  })

  it('the service has grown by less than 250 MB, and decodes in other processes', () => {
    const grown = (rssOf(pid()) - rss) / 1_000_000
    console.log(`RSS of the service: from ${Math.round(rss / 1_000_000)} MB by ${Math.round(grown)} MB.`)
    expect(grown).toBeLessThan(250)
    const pids = picturePids(pid())
    expect(pids.length).toBeGreaterThan(0)
    expect(pids.length).toBeLessThanOrEqual(2)
  })
})

describe('a picture process that dies', () => {
  it('in the middle of its work answers a page, and the next picture is taken', async () => {
    const large = await sampleOf('certificate-009').bytes()
    const small = await jpeg()
    const answer = sender.send('education', large, 'a.jpg', LIE)
    let over = false
    answer.finally(() => {
      over = true
    })
    // Whichever of them has it: all are ended until the page is there.
    while (!over) {
      for (const one of picturePids(pid())) process.kill(one, 'SIGKILL')
      await wait(20)
    }
    const shown = await answer
    expect([shown.status, shown.result]).toEqual([200, 'refused'])
    expect(shown.body.includes('处理不了')).toBe(true)
    expect((await sender.send('portrait', small, 'a.jpg', LIE)).result).toBe('adjusted')
  })

  it('ends with the service', async () => {
    await sender.send('portrait', await jpeg(), 'a.jpg', LIE)
    const pids = picturePids(pid())
    expect(pids.length).toBeGreaterThan(0)
    await end(service.child, 'SIGTERM')
    await wait(500)
    expect(pids.filter((one) => rssOf(one) > 0)).toEqual([])
  })
})
