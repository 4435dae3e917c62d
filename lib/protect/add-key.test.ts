import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addKey,
  createKeyring,
  KeyringError,
  keyringFingerprint,
  loadKeyring,
  purposeKeys,
} from './keyring.ts'
import { keyIdOf, open, reseal, SealError, seal } from './seal.ts'

const root = mkdtempSync(join(tmpdir(), 'add-key-'))
afterAll(() => rmSync(root, { recursive: true }))

let path = ''
let count = 0
beforeEach(() => {
  path = join(root, String(count++), 'ring.json')
  createKeyring(path)
})
const files = () => readdirSync(join(path, '..')).sort()
const ringWith = (change: (stored: { keys: Record<string, string> }) => object) => {
  const stored = JSON.parse(readFileSync(path, 'utf8')) as { keys: Record<string, string> }
  writeFileSync(path, JSON.stringify({ ...stored, ...change(stored) }))
}

describe('adding a key', () => {
  it('seals with the new one, opens with the old ones, and leaves what the store knows the ring by', () => {
    const before = loadKeyring(path)
    const old = seal(before, 'c', 'text')
    expect([addKey(path), addKey(path)]).toEqual([2, 3])
    const ring = loadKeyring(path)
    expect([...ring.seal.keys.keys()]).toEqual([1, 2, 3])
    expect(ring.seal.keys.get(1)).toEqual(before.seal.keys.get(1))
    expect(ring.blind).toEqual(before.blind)
    expect(keyringFingerprint(ring)).toBe(keyringFingerprint(before))
    expect(open(ring, 'c', old).toString()).toBe('text')
    const again = reseal(ring, 'c', old, 'field')
    expect([keyIdOf(old), keyIdOf(again)]).toEqual([1, 3])
    expect(open(ring, 'c', again).toString()).toBe('text')
    expect(() => open(before, 'c', again)).toThrow(SealError)
    expect(new Set([...ring.seal.keys.values()].map(String)).size).toBe(3)
  })

  it('names the keys of a purpose, the current one first', () => {
    const [only] = purposeKeys(loadKeyring(path), 'session')
    addKey(path)
    const keys = purposeKeys(loadKeyring(path), 'session')
    expect(keys).toHaveLength(2)
    expect(keys[1]).toEqual(only)
    expect(keys[0]).not.toEqual(only)
  })

  it('leaves one file, with its rights, behind a link too, and keeps what this release does not know', () => {
    chmodSync(path, 0o640)
    ringWith(() => ({ later: { a: 1 } }))
    const link = join(root, `link-${count}`)
    symlinkSync(path, link)
    addKey(link)
    expect(files()).toEqual(['ring.json'])
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ current: 2, later: { a: 1 } })
    expect(loadKeyring(link).seal.current).toBe(2)
  })

  it.each([
    ['nothing yet', ''],
    ['half of it', '{"current":2,"keys":{"1":"'],
  ])('is refused while one has not ended, or broke off with %s written; the ring is as it was', (_, text) => {
    const before = readFileSync(path)
    const left = `${path}.adding`
    writeFileSync(left, text, { mode: 0o600 })
    expect(() => addKey(path)).toThrow(/^\S+ring\.json\.adding is there: /)
    expect(readFileSync(path)).toEqual(before)
    expect(existsSync(left)).toBe(true)
    rmSync(left)
    expect(addKey(path)).toBe(2)
  })

  it('that broke off after all was written has not added anything', () => {
    const whole = join(root, 'whole.json')
    createKeyring(whole)
    addKey(whole)
    writeFileSync(`${path}.adding`, readFileSync(whole))
    expect(loadKeyring(path).seal.current).toBe(1)
    expect(() => addKey(path)).toThrow(KeyringError)
  })

  it.each<[string, () => void, RegExp]>([
    ['a ring that is not there', () => rmSync(path), /does not exist/],
    ['no ring', () => writeFileSync(path, '{}'), /is not a key ring/],
    [
      'a ring without a free id',
      () => ringWith(({ keys }) => ({ current: 255, keys: { ...keys, 255: keys[1] } })),
      /no id left/,
    ],
  ])('is refused in one sentence: %s', (_, spoil, said) => {
    spoil()
    const before = existsSync(path) && readFileSync(path)
    expect(() => addKey(path)).toThrow(KeyringError)
    expect(() => addKey(path)).toThrow(said)
    expect(existsSync(path) && readFileSync(path)).toEqual(before)
    expect(existsSync(`${path}.adding`)).toBe(false)
  })
})

describe('the key of a value', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a value that is too short', Buffer.alloc(29, 1)],
    ['another suite', Buffer.alloc(60, 2)],
  ])('is not told of %s', (_, bytes) => expect(keyIdOf(bytes)).toBeUndefined())
})
