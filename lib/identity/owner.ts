import { cookies } from 'next/headers'
import { store } from '#db/store'
import { newId } from '#lib/protect/ids'
import { now } from '../clock.ts'
import { textPairs } from '../forms.ts'
import { cookieOptions, deviceCookieName, sessionCookieName, tokenOfCookie } from './cookies.ts'
import { type HeldForm, hold, type Owner, takeHeld } from './held.ts'
import { openSession, sessionPerson } from './live.ts'

const isDevice = (value: string | undefined): value is string => /^[0-9a-f]{24}$/.test(value ?? '')

async function sessionToken(): Promise<string | undefined> {
  return tokenOfCookie((await cookies()).get(sessionCookieName())?.value)
}

/** The cookie of this browser, set when it is missing. Server actions and route handlers only. */
async function deviceOwner(): Promise<Owner> {
  const jar = await cookies()
  const known = jar.get(deviceCookieName())?.value
  if (isDevice(known)) return `device:${known}`
  const id = newId()
  jar.set(deviceCookieName(), id, cookieOptions())
  return `device:${id}`
}

/**
 * Keeps a posted form for the person who filled it in.
 * @param path page that shows it again, with `?held=` of the result
 * @returns nothing when nobody known posted it, or too much
 */
export async function holdForPerson(
  form: FormData,
  path: string,
  issues?: unknown,
): Promise<string | undefined> {
  const token = await sessionToken()
  const person = token && (await sessionPerson(await store(), token, now()))
  if (!person) return undefined
  return hold({ owner: `person:${person}`, path, values: textPairs(form), issues }, now())
}

/** Keeps a posted form of a page without sign-in for this browser. */
export async function holdForDevice(
  form: FormData,
  path: string,
  issues?: unknown,
): Promise<string | undefined> {
  return hold({ owner: await deviceOwner(), path, values: textPairs(form), issues }, now())
}

/** The held form that `?held=` names, when it belongs to who is asking now: a lapsed session reads nothing. */
export async function readHeld(id: string | undefined): Promise<HeldForm | undefined> {
  if (!id) return undefined
  const device = (await cookies()).get(deviceCookieName())?.value
  const owners: Owner[] = isDevice(device) ? [`device:${device}`] : []
  const token = await sessionToken()
  const session = token ? await openSession(await store(), token, now()) : null
  if (session) owners.push(`person:${session.person.id}`)
  return takeHeld(id, owners, now())
}
