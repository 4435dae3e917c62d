/** What the small server needs to know of a request's target. */
export interface Target {
  /** Path without the query, as sent. */
  readonly path: string
  /** Query with its question mark, or empty. */
  readonly search: string
}

/**
 * Splits a request target and refuses every spelling that the rooms behind could read differently: absolute
 * targets, backslashes, empty or dotted segments, encoded separators, control characters, broken escapes.
 * @returns the target, or null when it is refused
 */
export function readTarget(url: string | undefined): Target | null {
  if (!url?.startsWith('/') || url.startsWith('//')) return null
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const search = mark < 0 ? '' : url.slice(mark)
  if (/\/\/|[\\#\s]|%2f|%5c/i.test(path)) return null
  let plain: string
  try {
    plain = decodeURIComponent(path)
  } catch {
    return null
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(plain)) return null
  if (plain.split('/').some((segment) => segment === '.' || segment === '..')) return null
  return { path, search }
}

const BACK_CHANNEL = new Set(['/idp/token', '/idp/userinfo'])

/** Calls of a client that authenticates itself; they carry no Origin (contract 6). */
export function isBackChannel(path: string): boolean {
  return BACK_CHANNEL.has(path)
}

/** Addresses that machines ask for under whatever name they know; never sent to the public origin. */
export function answersAnyHost(path: string): boolean {
  return (
    isBackChannel(path) ||
    path === '/health' ||
    path === '/metrics' ||
    path === '/idp/jwks' ||
    path.startsWith('/idp/.well-known/')
  )
}
