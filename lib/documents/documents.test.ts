import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeyring, type Keyring, loadKeyring } from '../protect/keyring.ts'
import { diskStore } from './disk.ts'
import { DamagedError, getSealed, putSealed } from './sealed.ts'

let folder: string
let ring: Keyring

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'))
  createKeyring(join(folder, 'ring.json'))
  ring = loadKeyring(join(folder, 'ring.json'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const objects = () =>
  readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile())

describe('sealed objects on disk', () => {
  it('gives back exactly what was put, and nothing of it lies in clear', async () => {
    const store = diskStore(join(folder, 'blobs'))
    const plain = Buffer.from(`JPEG marker of a portrait ${'x'.repeat(1000)}`)
    const kept = await putSealed(store, ring, plain)
    expect(await getSealed(store, ring, kept.blobKey, kept.wrappedKey)).toEqual(plain)
    expect(kept.bytes).toBe(plain.length)
    const [file] = objects()
    expect(readFileSync(join(file?.parentPath ?? '', file?.name ?? '')).includes('JPEG marker')).toBe(false)
    expect(objects()).toHaveLength(1)
  })

  it.each([
    [
      'one bit is flipped',
      (b: Buffer) => Buffer.concat([b.subarray(0, 20), Buffer.from([(b[20] ?? 0) ^ 1]), b.subarray(21)]),
    ],
    ['the end is cut off', (b: Buffer) => b.subarray(0, b.length - 3)],
    ['it is empty', () => Buffer.alloc(0)],
  ])('says that the object is damaged when %s', async (_, damage) => {
    const store = diskStore(join(folder, 'blobs'))
    const kept = await putSealed(store, ring, randomBytes(500))
    const [file] = objects()
    const path = join(file?.parentPath ?? '', file?.name ?? '')
    writeFileSync(path, damage(readFileSync(path)))
    await expect(getSealed(store, ring, kept.blobKey, kept.wrappedKey)).rejects.toBeInstanceOf(DamagedError)
  })

  it('says so when the object is gone, and when another object stands in its place', async () => {
    const store = diskStore(join(folder, 'blobs'))
    const one = await putSealed(store, ring, randomBytes(100))
    const two = await putSealed(store, ring, randomBytes(100))
    await expect(getSealed(store, ring, one.blobKey, two.wrappedKey)).rejects.toBeInstanceOf(DamagedError)
    await store.delete(one.blobKey)
    expect(await store.has(one.blobKey)).toBe(false)
    await expect(getSealed(store, ring, one.blobKey, one.wrappedKey)).rejects.toBeInstanceOf(DamagedError)
    const keys: string[] = []
    for await (const { key } of store.list()) keys.push(key)
    expect(keys).toEqual([two.blobKey])
  })

  it('refuses a key that could leave its folder', async () => {
    await expect(diskStore(folder).put('../../etc/passwd', Buffer.alloc(1))).rejects.toThrow(/32 hex/)
  })
})
