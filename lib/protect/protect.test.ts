import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { blindIndex, canonicalIdNumber, canonicalMobile } from './blind.ts'
import { isId, isReceiptNumber, newId, receiptNumber, verifyCode } from './ids.ts'
import { createKeyring, KeyringError, keyringFingerprint, loadKeyring, purposeKey } from './keyring.ts'
import { maskIdNumber, maskMobile, maskName } from './mask.ts'
import { open, openJson, SealError, seal, sealJson } from './seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'protect-'))
const path = join(folder, 'ring.json')
createKeyring(path)
const ring = loadKeyring(path)
afterAll(() => rmSync(folder, { recursive: true }))

describe('key ring', () => {
  it('is readable by its owner alone and is never made twice', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const before = keyringFingerprint(ring)
    createKeyring(path)
    expect(keyringFingerprint(loadKeyring(path))).toBe(before)
  })

  it('has a different key for each purpose', () => {
    const keys = (['field', 'file', 'blind', 'audit', 'session', 'form'] as const).map((p) =>
      purposeKey(ring, p).toString('hex'),
    )
    expect(new Set(keys).size).toBe(6)
  })

  it.each([
    ['no JSON', 'x'],
    ['no keys', '{}'],
    ['a short key', '{"current":1,"keys":{"1":"AAAA"},"blind":{"current":1,"keys":{"1":"AAAA"}}}'],
    ['a current key that is not there', '{"current":2,"keys":{},"blind":{"current":1,"keys":{}}}'],
  ])('is refused in one sentence: %s', (_, text) => {
    const bad = join(folder, 'bad.json')
    writeFileSync(bad, text)
    expect(() => loadKeyring(bad)).toThrow(KeyringError)
  })
})

describe('seal', () => {
  it('opens under its own context only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, context) => {
        const sealed = seal(ring, context, text)
        expect(open(ring, context, sealed).toString('utf8')).toBe(text)
        expect(() => open(ring, `${context}x`, sealed)).toThrow(SealError)
      }),
      { seed: 7, numRuns: 100 },
    )
  })

  it('does not open with any bit flipped', () => {
    const sealed = sealJson(ring, 'people.sealed:1', { idNumber: '410105199203159973' })
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => openJson(ring, 'people.sealed:1', changed), `byte ${at}`).toThrow()
    }
  })

  it('never seals alike twice', () => {
    expect(seal(ring, 'a', 'b').equals(seal(ring, 'a', 'b'))).toBe(false)
  })
})

describe('blind index', () => {
  it('finds the same number however it was typed', () => {
    const index = (n: string) => blindIndex(ring, 'idNumber', canonicalIdNumber('111', n))
    expect(index('41030219880607997x')).toBe(index(' 41030219880607997X'))
    expect(index('４10302198806079971')).toBe(index('410302198806079971'))
    expect(index('410302198806079971')).not.toBe(index('410302198806079972'))
    expect(canonicalMobile('138 0000-0001')).toBe('13800000001')
  })
})

describe('masks', () => {
  it.each([
    [maskIdNumber('111', '410105199203159973'), '410***********9973'],
    [maskIdNumber('414', 'E12345678'), 'E*****678'],
    [maskIdNumber('414', 'E12'), '***'],
    [maskMobile('13800000001'), '138****0001'],
    [maskName('马·阿依努尔'), '马*****'],
    [maskName('李'), '李'],
  ])('%s', (masked, expected) => {
    expect(masked).toBe(expected)
  })
})

describe('numbers that people read out', () => {
  it('a receipt number notices one wrong or two swapped characters', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(21), fc.integer({ min: 0, max: 1_000_000 }), (at, shift, seed) => {
        let state = seed
        const number = receiptNumber('2026-07-01', (below) => {
          state = (state * 1103515245 + 12345) % 2147483648
          return state % below
        })
        expect(isReceiptNumber(number)).toBe(true)
        const alphabet = '34679ACDEFGHJKMNPQRTWXY'
        const place = 10 + at
        const other = alphabet[(alphabet.indexOf(number[place] ?? '') + 1 + shift) % alphabet.length] ?? ''
        const wrong = number.slice(0, place) + other + number.slice(place + 1)
        expect(isReceiptNumber(wrong)).toBe(false)
        const [a, b] = [number[place] ?? '', number[place + 1] ?? '']
        const swapped = number.slice(0, place) + b + a + number.slice(place + 2)
        // The last pair ends in the check character, whose swap a sum cannot always see.
        if (a !== b && at < 5) expect(isReceiptNumber(swapped)).toBe(false)
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('ids and codes have their shape', () => {
    const ids = Array.from({ length: 200 }, newId)
    for (const id of ids) expect(id).toMatch(/^[a-p]{24}$/)
    expect(new Set(ids).size).toBe(200)
    expect(ids.every(isId)).toBe(true)
    expect(isId('0123456789abcdef01234567')).toBe(true)
    for (const other of ['', 'a'.repeat(23), 'a'.repeat(25), 'q'.repeat(24)]) expect(isId(other)).toBe(false)
    expect(receiptNumber('2026-07-01')).toMatch(/^HN20260701.{7}$/)
    expect(verifyCode()).toMatch(/^.{4}-.{4}-.{4}$/)
  })
})
