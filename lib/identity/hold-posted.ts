import { store } from '#db/store'
import { now } from '../clock.ts'
import { textPairs } from '../forms.ts'
import { sessionCookieName, tokenOfCookie } from './cookies.ts'
import { hold, type Owner } from './held.ts'
import { sessionPerson } from './live.ts'

/** What a held form says of a release that came between: the page tells its owner so. */
export const RELEASED = 'released'

const cookieValue = (header: string, name: string) =>
  header
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

async function ownerOf(cookie: string): Promise<Owner | undefined> {
  const token = await tokenOfCookie(cookieValue(cookie, sessionCookieName()))
  const person = token && (await sessionPerson(await store(), token, now()))
  return person ? `person:${person}` : undefined
}

/**
 * Keeps a raw POST that no action took, such as a form from before a release (house 4.9).
 * @returns the id of the held form, or null when its owner is unknown or it is too large
 */
export async function holdPosted(request: {
  readonly cookie: string
  readonly path: string
  readonly body: Buffer
  readonly contentType: string
}): Promise<string | null> {
  const owner = await ownerOf(request.cookie)
  if (!owner) return null
  const headers = { 'content-type': request.contentType }
  const form = await new Response(new Uint8Array(request.body), { headers }).formData()
  return (await hold({ owner, path: request.path, values: textPairs(form), issues: RELEASED }, now())) ?? null
}
