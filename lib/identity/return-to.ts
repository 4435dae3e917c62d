/** Pages that end or begin a session, and endpoints that are no pages: nobody is sent back to them. */
const NO_PLACE = /^\/(login|logout|api|idp|ui|health|metrics|_next)(\/|$)/

/** Longest address that is carried through a sign-in. */
const MOST = 2000

/**
 * The relative address to return to after a sign-in, or nothing when it could lead anywhere else: it must
 * begin with a single slash, hold nothing that browsers drop or turn into a slash, and stay on this origin
 * however it is read.
 */
export function safeReturnTo(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > MOST) return undefined
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(given) || given.includes('\\')) return undefined
  const base = 'http://here.invalid'
  if (!URL.canParse(given, base)) return undefined
  const url = new URL(given, base)
  if (url.origin !== base) return undefined
  const [path = ''] = given.split(/[?#]/)
  // What the browser resolves must be what was checked: no dotted segments, no encoded slashes.
  if (url.pathname !== path || path.includes('//') || /%(2f|5c|0[0-9a-f]|1[0-9a-f]|7f|2e)/i.test(path))
    return undefined
  if (NO_PLACE.test(path)) return undefined
  return `${path}${url.search}`
}

/** The same for an absolute address of our own, as next-auth hands it back. */
export function ownReturnTo(given: unknown, publicOrigin: string): string | undefined {
  if (typeof given !== 'string') return undefined
  return safeReturnTo(given.startsWith(`${publicOrigin}/`) ? given.slice(publicOrigin.length) : given)
}
