import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { afterAll, expect, test, vi } from 'vitest'
import { addKey, createKeyring, type Keyring, loadKeyring } from '#lib/protect/keyring'
import { cookieSecret, tokenOfCookie } from './cookies.ts'

const keys = vi.hoisted(() => ({ ring: undefined as Keyring | undefined }))
vi.mock('#lib/protect/current', () => ({ keyring: () => keys.ring }))

const folder = mkdtempSync(join(tmpdir(), 'cookies-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('who is signed in stays so when a key is added; a cookie of a key that was taken out names nothing', async () => {
  const path = join(folder, 'ring.json')
  createKeyring(path)
  keys.ring = loadKeyring(path)
  const before = await encode({ token: { sid: 'before' }, secret: cookieSecret() })
  addKey(path)
  const ring = loadKeyring(path)
  keys.ring = ring
  const after = await encode({ token: { sid: 'after' }, secret: cookieSecret() })
  expect([await tokenOfCookie(before), await tokenOfCookie(after)]).toEqual(['before', 'after'])
  const only = new Map([...ring.seal.keys].filter(([id]) => id === 2))
  keys.ring = { ...ring, seal: { current: 2, keys: only } }
  expect([await tokenOfCookie(before), await tokenOfCookie(after)]).toEqual([undefined, 'after'])
})
