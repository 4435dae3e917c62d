import { IncomingMessage } from 'node:http'

export type Arrival =
  | { readonly kind: 'whole'; readonly body: Buffer }
  /** More than allowed, read to its end so that the answer can be shown; `bytes` is the measured size. */
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  /** More than is read on for; the rest has been left where it is. */
  | { readonly kind: 'endless' }
  | { readonly kind: 'late' }
  | { readonly kind: 'aborted' }

export interface BodyLimits {
  /** Bytes that are kept. */
  readonly keep: number
  /** Bytes that are read at most. */
  readonly drain: number
  readonly milliseconds: number
}

/** The size a request announces, or null when it announces none. */
export function announcedBytes(request: IncomingMessage): number | null {
  const text = request.headers['content-length']
  return text === undefined ? null : Number(text)
}

/**
 * Reads a body. What exceeds `keep` is read on without being kept; an announced size over `drain` is not
 * read at all. `keep: 0` empties the body of a request that is refused anyway.
 */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Arrival> {
  if ((announcedBytes(request) ?? 0) > limits.drain) return Promise.resolve({ kind: 'endless' })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const settle = (arrival: Arrival) => {
      clearTimeout(timer)
      request.off('data', take).off('end', end).off('close', close)
      if (arrival.kind === 'endless' || arrival.kind === 'late') request.pause()
      resolve(arrival)
    }
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= limits.keep) chunks.push(chunk)
      else chunks.length = 0
      if (bytes > limits.drain) settle({ kind: 'endless' })
    }
    const end = () =>
      settle(
        bytes > limits.keep ? { kind: 'tooLarge', bytes } : { kind: 'whole', body: Buffer.concat(chunks) },
      )
    const close = () => settle({ kind: 'aborted' })
    const timer = setTimeout(() => settle({ kind: 'late' }), limits.milliseconds)
    request.on('data', take).on('end', end).on('close', close)
  })
}

/**
 * The same request once more, with a body that has been read already: method, address, headers and socket
 * are those of the original, and the body is pushed in one piece.
 */
export function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  again.method = request.method
  again.url = request.url
  again.httpVersion = request.httpVersion
  again.httpVersionMajor = request.httpVersionMajor
  again.httpVersionMinor = request.httpVersionMinor
  again.headers = request.headers
  again.rawHeaders = request.rawHeaders
  delete again.headers['transfer-encoding']
  again.headers['content-length'] = String(body.length)
  again.complete = true
  if (body.length > 0) again.push(body)
  again.push(null)
  return again
}
