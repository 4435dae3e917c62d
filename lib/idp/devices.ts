import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { keyring } from '#lib/protect/current'
import { purposeKey } from '#lib/protect/keyring'

// A browser that has signed in to an account before is known by a cookie. Its attempts are counted apart, so that
// strangers who try the account elsewhere do not slow its owner down.

export const deviceCookieName = 'idp_device'
/** Seconds that the cookie lives. */
export const DEVICE_SECONDS = 180 * 24 * 60 * 60

const proof = (sub: string, id: string) =>
  createHmac('sha256', purposeKey(keyring(), 'session')).update(`stand-in device:${sub}:${id}`).digest()

/** The cookie of a browser that has just signed in to the account. */
export function newDevice(sub: string): string {
  const id = randomBytes(16).toString('base64url')
  return `${id}.${proof(sub, id).toString('base64url')}`
}

/** Whether the cookie was given for this account. */
export function isDeviceOf(cookie: string | undefined, sub: string): boolean {
  const [id = '', given = ''] = (cookie ?? '').split('.')
  const expected = proof(sub, id)
  const bytes = Buffer.from(given, 'base64url')
  return bytes.length === expected.length && timingSafeEqual(bytes, expected)
}
