import { findHeld, heldContext, insertHeld } from '#db/queries/held'
import { store } from '#db/store'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { openJson, sealJson } from '#lib/protect/seal'

/** Held forms (house 4.9): for how long, how many an owner, how many bytes each. */
export const HELD_MS = 30 * 60_000
export const HELD_MOST = 5
export const HELD_BYTES = 64 * 1024

/** `person:ID` */
export type Owner = `person:${string}`

export type Pairs = readonly (readonly [string, string])[]

export interface HeldForm {
  /** Page on which the form stands. */
  readonly path: string
  readonly values: Pairs
  /** What was wrong, as the page that held it writes it. */
  readonly issues?: unknown
}

/** Never kept: secrets, answers to single-use questions, files, and what frameworks add. */
const NEVER = /^(\$.*|.*password.*|captcha.*|code|smsCode|csrfToken|file\d?)$/i

/**
 * Keeps a form that cannot be stored where it belongs.
 * @returns the id for `?held=`, or nothing when the values are more than 64 KB
 */
export async function hold(
  form: HeldForm & { readonly owner: Owner },
  at: Date,
): Promise<string | undefined> {
  const { owner, path, issues } = form
  const values = form.values.filter(([name]) => !NEVER.test(name))
  const content: HeldForm = { path, values, issues }
  if (Buffer.byteLength(JSON.stringify(content)) > HELD_BYTES) return undefined
  const id = newId()
  const sealed = sealJson(keyring(), heldContext(id), content)
  await (await store()).write((tx) => insertHeld(tx, { id, owner, path, sealed, createdAt: at }, HELD_MOST))
  return id
}

/** A held form of this owner that is not older than half an hour; reading does not use it up. */
export async function takeHeld(
  id: string | undefined,
  owner: Owner,
  at: Date,
): Promise<HeldForm | undefined> {
  if (!id) return undefined
  const row = await findHeld((await store()).read, id, owner, new Date(at.getTime() - HELD_MS))
  return row && openJson<HeldForm>(keyring(), heldContext(row.id), row.sealed)
}
