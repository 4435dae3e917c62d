import type { IncomingMessage } from 'node:http'
import type { Answer } from './answer.ts'
import { readBody } from './body.ts'
import { type ErrorFacts, errorPage } from './error-pages.ts'
import { DRAIN_BYTES, FORM_BODY_MS } from './limits.ts'

/** Sends a page of the small server's own. With `close` the connection ends with it. */
export function sendPage(answer: Answer, status: number, facts?: ErrorFacts, close = false): void {
  const body = Buffer.from(errorPage(status, facts))
  answer.statusCode = status
  answer.setHeader('content-type', 'text/html; charset=utf-8')
  answer.setHeader('content-length', body.length)
  answer.setHeader('cache-control', 'private, no-store')
  if (close) answer.setHeader('connection', 'close')
  answer.end(answer.req.method === 'HEAD' ? undefined : body)
}

/** Answers with an error page after reading the body away: a browser shows no answer while it still sends. */
export async function refuse(
  request: IncomingMessage,
  answer: Answer,
  status: number,
  facts?: ErrorFacts,
): Promise<void> {
  const arrival = await readBody(request, { keep: 0, drain: DRAIN_BYTES, milliseconds: FORM_BODY_MS })
  if (arrival.kind === 'aborted') return
  sendPage(answer, status, facts, arrival.kind === 'endless' || arrival.kind === 'late')
}
