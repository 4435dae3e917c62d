import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type Keyring, type Purpose, purposeSecret } from './keyring.ts'

/** A sealed value that does not open: changed, cut, moved to another row, or sealed with a foreign key. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

// suite (1) | key id (1) | iv (12) | ciphertext | tag (16). The suite byte leaves room for another cipher.
const SUITE_AES_256_GCM = 1
const IV = 12
const TAG = 16
const HEAD = 2 + IV
/** Where in a sealed value the id of its key stands. */
export const KEY_ID_AT = 1

/**
 * Seals bytes or text with AES-256-GCM. The context (`table.column:row`) is authenticated, so that a
 * value moved to another row or column does not open.
 */
export function seal(
  ring: Keyring,
  context: string,
  plain: Buffer | string,
  purpose: Purpose = 'field',
): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', purposeSecret(ring, purpose), iv)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain as Buffer), cipher.final()])
  return Buffer.concat([Buffer.from([SUITE_AES_256_GCM, ring.seal.current]), iv, body, cipher.getAuthTag()])
}

/** Opens what `seal` made under the same context. @throws SealError */
export function open(ring: Keyring, context: string, sealed: Buffer, purpose: Purpose = 'field'): Buffer {
  const keyId = keyIdOf(sealed)
  if (keyId === undefined) throw new SealError('not a sealed value')
  try {
    const key = purposeSecret(ring, purpose, keyId)
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(2, HEAD))
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
    return Buffer.concat([decipher.update(sealed.subarray(HEAD, sealed.length - TAG)), decipher.final()])
  } catch (cause) {
    throw new SealError(`the sealed value of ${context} does not open`, { cause })
  }
}

/** The id of the key that a value is sealed with; nothing for what is no sealed value. */
export const keyIdOf = (sealed: Buffer): number | undefined =>
  sealed.length < HEAD + TAG || sealed[0] !== SUITE_AES_256_GCM ? undefined : sealed[KEY_ID_AT]

/** Seals again, with the current key, what was sealed with another. @throws SealError */
export const reseal = (ring: Keyring, context: string, sealed: Buffer, purpose: Purpose): Buffer =>
  seal(ring, context, open(ring, context, sealed, purpose), purpose)

/** Seals a JSON value. */
export const sealJson = (ring: Keyring, context: string, value: unknown): Buffer =>
  seal(ring, context, JSON.stringify(value))

/** Opens a JSON value; its type is the caller's word, since only the caller sealed it. @throws SealError */
export const openJson = <T>(ring: Keyring, context: string, sealed: Buffer): T =>
  JSON.parse(open(ring, context, sealed).toString('utf8')) as T
