import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'

/** Headers by which the framework's own browser code and proxies steer it. No page of ours sends them. */
const INTERNAL =
  /^(?:x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path$|x-action-|x-now-|x-vercel-|next-|rsc$|x-forwarded|forwarded$|x-real-ip$|x-original-|x-rewrite-url$)/

export interface ProxySettings {
  readonly publicOrigin: string
  readonly trustProxy: boolean
}

/** The last entry of a list header: what the one proxy in front has added itself. */
function lastOf(value: string | string[] | undefined): string | undefined {
  const text = Array.isArray(value) ? value.join(',') : value
  return text?.split(',').at(-1)?.trim() || undefined
}

/** The host the client asked for: with a trusted proxy in front, the one that the proxy names. */
export function askedHost(headers: IncomingHttpHeaders, trustProxy: boolean): string | undefined {
  return (trustProxy && lastOf(headers['x-forwarded-host'])) || headers.host
}

/**
 * Rewrites the headers of a request in place before it is handed on. Internal and forwarded headers of the
 * client are dropped; host and scheme become the public ones, so that sign-in, form actions and links agree.
 * `x-forwarded-for` then holds one address: the peer, or what a trusted proxy has added last.
 */
export function cleanRequestHeaders(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  settings: ProxySettings,
): void {
  const client = (settings.trustProxy && lastOf(headers['x-forwarded-for'])) || peer
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name]
  // Answers are rewritten here and compressed afterwards.
  delete headers['accept-encoding']
  const { host, protocol } = new URL(settings.publicOrigin)
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  if (client) headers['x-forwarded-for'] = client
}

/** Response headers that tell of the framework, or ask for its scripts. */
export function isInternalResponseHeader(name: string): boolean {
  return INTERNAL.test(name) || name === 'x-powered-by'
}

/**
 * The headers that every answer carries unless a route has set its own (security.md 0 and 1).
 * @param issuerOrigin origin of a separate identity platform, to which the sign-in form leads
 */
export function securityHeaders(publicOrigin: string, issuerOrigin: string | undefined): OutgoingHttpHeaders {
  const formAction = issuerOrigin && issuerOrigin !== publicOrigin ? `'self' ${issuerOrigin}` : `'self'`
  return {
    'content-security-policy':
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; ` +
      `connect-src 'self'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(publicOrigin.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

/**
 * What may be kept by browsers and proxies: built files for a year, public files for an hour, nothing else.
 * @param isPublicFile whether the path is a file of `public/`
 */
export function cacheControl(path: string, status: number, isPublicFile: boolean): string {
  if (status < 400 && path.startsWith('/_next/static/')) return 'public, max-age=31536000, immutable'
  if (status < 400 && isPublicFile) return 'public, max-age=3600'
  return 'private, no-store'
}
