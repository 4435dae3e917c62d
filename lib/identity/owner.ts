import { cookies } from 'next/headers'
import { store } from '#db/store'
import { now } from '../clock.ts'
import { textPairs } from '../forms.ts'
import { sessionCookieName, tokenOfCookie } from './cookies.ts'
import { hold } from './held.ts'
import { sessionPerson } from './live.ts'

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
  const token = await tokenOfCookie((await cookies()).get(sessionCookieName())?.value)
  const person = token && (await sessionPerson(await store(), token, now()))
  if (!person) return undefined
  return hold({ owner: `person:${person}`, path, values: textPairs(form), issues }, now())
}
