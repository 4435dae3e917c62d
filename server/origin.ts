import type { IncomingHttpHeaders } from 'node:http'
import { isBackChannel } from './target.ts'

/**
 * Whether a POST may be carried out: its Origin is exactly the public one. No Origin, `null` and every other
 * value are refused; the framework's own check compares with a header that the client may send (security.md 0).
 */
export function mayPost(path: string, headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  return isBackChannel(path) || headers.origin === publicOrigin
}
