import { blindIndex } from '#lib/protect/blind'
import type { Keyring } from '#lib/protect/keyring'

/** The share of clean applications that the fast lane leaves for a full review. */
export const HELD_BACK = 0.1

const RANGE = 2 ** 32

/** Where an application falls on a day, from 0 to 1: the same at each look, and nobody can tell beforehand. */
export const drawOf = (ring: Keyring, applicationId: string, day: string): number =>
  Number.parseInt(blindIndex(ring, 'sample', `${day}:${applicationId}`).slice(0, 8), 16) / RANGE

/**
 * Whether the fast lane of a day leaves an application for a full review.
 * @param day Shanghai's date
 */
export const isHeldBack = (ring: Keyring, applicationId: string, day: string): boolean =>
  drawOf(ring, applicationId, day) < HELD_BACK
