import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFile, replaceFile, waitingBeside } from './ring-file.ts'

/** What a key is for; each purpose has a key of its own, derived from the ring's master keys. */
export type Purpose = 'field' | 'file' | 'blind' | 'audit' | 'session' | 'form'

interface KeySet {
  /** Id of the key that seals new values, 1–255. */
  readonly current: number
  readonly keys: ReadonlyMap<number, Buffer>
}

/** Master keys for sealing, and separate ones for the blind index, whose rotation means re-indexing. */
export interface Keyring {
  readonly seal: KeySet
  readonly blind: KeySet
}

/** One sentence about a key ring that cannot be used. */
export class KeyringError extends Error {
  override readonly name = 'KeyringError'
}

const KEY_BYTES = 32
/** A sealed value names its key in one byte, and 0 names none. */
const MOST_KEYS = 255

interface Stored {
  current?: unknown
  keys?: unknown
  blind?: { current?: unknown; keys?: unknown }
}

function readKeys(path: string, set: { current?: unknown; keys?: unknown } | undefined): KeySet {
  const bad = () => new KeyringError(`KEYRING ${path} is not a key ring.`)
  if (!set || typeof set.keys !== 'object' || set.keys === null || typeof set.current !== 'number')
    throw bad()
  const keys = new Map<number, Buffer>()
  for (const [id, text] of Object.entries(set.keys)) {
    const key = Buffer.from(String(text), 'base64')
    const number = Number(id)
    if (key.length !== KEY_BYTES || !Number.isInteger(number) || number < 1 || number > MOST_KEYS) throw bad()
    keys.set(number, key)
  }
  if (!keys.has(set.current)) throw bad()
  return { current: set.current, keys }
}

function read(path: string): Stored {
  if (!existsSync(path)) throw new KeyringError(`KEYRING ${path} does not exist.`)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Stored
  } catch {
    throw new KeyringError(`KEYRING ${path} is not a key ring.`)
  }
}

/** Reads a key ring. @throws KeyringError with one sentence */
export function loadKeyring(path: string): Keyring {
  const stored = read(path)
  return { seal: readKeys(path, stored), blind: readKeys(path, stored.blind) }
}

const fresh = () => randomBytes(KEY_BYTES).toString('base64')

/** Makes a key ring with fresh keys, readable by its owner alone; an existing one is left as it is. */
export function createKeyring(path: string): void {
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const blind = { current: 1, keys: { 1: fresh() } }
  makeFile(path, `${JSON.stringify({ current: 1, keys: { 1: fresh() }, blind })}\n`)
}

/**
 * Adds a fresh key to a key ring, with which new values are sealed from the next start on; every other key stays.
 * @returns its id
 * @throws KeyringError with one sentence, the file being as it was
 */
export function addKey(path: string): number {
  loadKeyring(path)
  let id = 0
  const done = replaceFile(path, () => {
    id = Math.max(...loadKeyring(path).seal.keys.keys()) + 1
    if (id > MOST_KEYS) throw new KeyringError(`KEYRING ${path} has no id left for another key.`)
    const stored = read(path)
    const keys = { ...(stored.keys as Record<string, string>), [id]: fresh() }
    return `${JSON.stringify({ ...stored, current: id, keys })}\n`
  })
  if (!done) {
    throw new KeyringError(
      `${waitingBeside(path)} is there: a key is being added at this moment, or that was once interrupted; if no such command runs, delete this file, for nothing was ever sealed with what it holds.`,
    )
  }
  return id
}

// Deriving costs more than sealing a short value, and so does handing a key over as bytes.
const derived = new WeakMap<Buffer, Map<Purpose, KeyObject>>()

/** The key of a purpose (HKDF-SHA256 over the master key). `keyId` names the key of an older value. */
export function purposeSecret(ring: Keyring, purpose: Purpose, keyId?: number): KeyObject {
  const set = purpose === 'blind' ? ring.blind : ring.seal
  const master = set.keys.get(keyId ?? set.current)
  if (!master) throw new KeyringError(`The key ring has no key ${keyId}.`)
  const known = derived.get(master) ?? new Map<Purpose, KeyObject>()
  derived.set(master, known)
  const derive = () => hkdfSync('sha256', master, '', `collection:${purpose}:v1`, KEY_BYTES)
  const secret = known.get(purpose) ?? createSecretKey(Buffer.from(derive()))
  known.set(purpose, secret)
  return secret
}

/** The same key as its 32 bytes. */
export const purposeKey = (ring: Keyring, purpose: Purpose, keyId?: number): Buffer =>
  purposeSecret(ring, purpose, keyId).export()

/** The keys of a purpose, the current one first: what was given out before a key was added still counts. */
export const purposeKeys = (ring: Keyring, purpose: Purpose): Buffer[] => {
  const { current, keys } = purpose === 'blind' ? ring.blind : ring.seal
  const older = [...keys.keys()].filter((id) => id !== current)
  return [current, ...older].map((id) => purposeKey(ring, purpose, id))
}

/** Tells whether a store was made with this ring, and nothing about the keys. It stays the same when a key is added. */
export function keyringFingerprint(ring: Keyring): string {
  const oldest = Math.min(...ring.blind.keys.keys())
  return createHmac('sha256', purposeKey(ring, 'blind', oldest))
    .update('fingerprint')
    .digest('hex')
    .slice(0, 16)
}
