import { createHmac } from 'node:crypto'
import { type Keyring, purposeSecret } from './keyring.ts'

export type BlindKind = 'idNumber' | 'mobile' | 'account' | 'certificate' | 'unitCode' | 'sample'

/** An ID number in the form under which it is indexed: its type, NFKC, no white space, upper case. */
export const canonicalIdNumber = (idType: string, number: string): string =>
  `${idType}:${number.normalize('NFKC').replace(/\s/gu, '').toUpperCase()}`

/** A mobile number as its digits. */
export const canonicalMobile = (mobile: string): string => mobile.normalize('NFKC').replace(/[^\d]/g, '')

/** The exact-match index of a sealed value: HMAC-SHA256, 16 bytes, hex. Its key is not in the store. */
export function blindIndex(ring: Keyring, kind: BlindKind, canonical: string): string {
  const mac = createHmac('sha256', purposeSecret(ring, 'blind'))
    .update(`${kind}:v1:${canonical}`)
    .digest('hex')
  return mac.slice(0, 32)
}
