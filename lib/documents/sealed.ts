import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Keyring } from '../protect/keyring.ts'
import { open, seal } from '../protect/seal.ts'
import type { BlobStore } from './blob-store.ts'

/** A stored object that is gone, cut or changed. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError'
}

/** What a row keeps of a sealed object. */
export interface SealedObject {
  readonly blobKey: string
  /** The object's own random key, wrapped by the ring: destroying it destroys the object. */
  readonly wrappedKey: Buffer
  /** SHA-256 of the plain bytes, hex. */
  readonly digest: string
  /** Length of the plain bytes. */
  readonly bytes: number
}

const IV = 12
const TAG = 16
/** What an object and its wrapped key are sealed under. */
export const blobContext = (blobKey: string) => `blob:${blobKey}`

/** Seals bytes under a key of their own and puts them into the store. */
export async function putSealed(store: BlobStore, ring: Keyring, plain: Buffer): Promise<SealedObject> {
  const blobKey = randomBytes(16).toString('hex')
  const key = randomBytes(32)
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(blobContext(blobKey)))
  const body = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  await store.put(blobKey, body)
  return {
    blobKey,
    wrappedKey: seal(ring, blobContext(blobKey), key, 'file'),
    digest: createHash('sha256').update(plain).digest('hex'),
    bytes: plain.length,
  }
}

/** The plain bytes. @throws DamagedError when the object is missing or does not open */
export async function getSealed(
  store: BlobStore,
  ring: Keyring,
  blobKey: string,
  wrappedKey: Buffer,
): Promise<Buffer> {
  const body = await store.get(blobKey)
  if (!body || body.length < IV + TAG) throw new DamagedError(`object ${blobKey} is missing or cut`)
  try {
    const key = open(ring, blobContext(blobKey), wrappedKey, 'file')
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, IV))
    decipher.setAAD(Buffer.from(blobContext(blobKey)))
    decipher.setAuthTag(body.subarray(body.length - TAG))
    return Buffer.concat([decipher.update(body.subarray(IV, body.length - TAG)), decipher.final()])
  } catch (cause) {
    throw new DamagedError(`object ${blobKey} does not open`, { cause })
  }
}
