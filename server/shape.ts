import type { OutgoingHttpHeaders } from 'node:http'
import type { Answer, Shaper } from './answer.ts'
import { compress } from './compress.ts'
import { errorPage } from './error-pages.ts'
import { cacheControl, isInternalResponseHeader } from './headers.ts'
import { heldLocation } from './held.ts'
import { isBlankErrorPage, plainHtml } from './html.ts'
import { answersAnyHost } from './target.ts'

/** The request as far as its answer depends on it. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly cookie: string
  readonly contentType: string
  readonly acceptEncoding: string
  /** The body of a form, when it has been read. */
  readonly body: Buffer | undefined
  readonly isPublicFile: boolean
}

const COMPRESSED = /^(?:text\/(?:html|css|javascript|plain)|application\/(?:javascript|json)|image\/svg\+xml)/

function typeOf(answer: Answer): string {
  return String(answer.getHeader('content-type') ?? '').toLowerCase()
}

/** An answer without words for people: the framework's plain texts, and routes that give a status alone. */
function isBareError(answer: Answer, path: string): boolean {
  if (answer.statusCode < 400 || answersAnyHost(path)) return false
  const type = typeOf(answer)
  return type === '' || type.startsWith('text/plain')
}

function setPage(answer: Answer, status: number): Buffer {
  answer.statusCode = status
  answer.setHeader('content-type', 'text/html; charset=utf-8')
  return Buffer.from(errorPage(status))
}

/** A form that the framework does not know any more: its values are kept and its page is shown (house 4.9). */
async function afterRelease(answer: Answer, exchange: Exchange, body: Buffer): Promise<Buffer> {
  const { cookie, path, contentType } = exchange
  const location = await heldLocation({ cookie, path, contentType, body })
  if (!location) return setPage(answer, 409)
  answer.statusCode = 303
  answer.removeHeader('content-type')
  answer.setHeader('location', location)
  return Buffer.alloc(0)
}

/** The body that replaces what the framework has written. */
async function rewritten(answer: Answer, exchange: Exchange, body: Buffer): Promise<Buffer> {
  const status = answer.statusCode
  if (isBareError(answer, exchange.path)) {
    return status === 409 && exchange.body
      ? afterRelease(answer, exchange, exchange.body)
      : setPage(answer, status)
  }
  if (!typeOf(answer).startsWith('text/html')) return body
  // The framework writes a blank page into its redirects.
  if (status >= 300 && status < 400) {
    answer.removeHeader('content-type')
    return Buffer.alloc(0)
  }
  const html = body.toString('utf8')
  if (status === 404 || (status >= 400 && isBlankErrorPage(html))) return setPage(answer, status)
  return Buffer.from(plainHtml(html))
}

/** Whether everybody gets the same bytes. */
const isFile = ({ path, isPublicFile }: Exchange) => isPublicFile || path.startsWith('/_next/static/')

/**
 * Shapes the framework's answers: takes its scripts out of pages, replaces its blank error pages, turns 307
 * into 303, sets the security and cache headers, and compresses (stack 12, house 4.12).
 */
export function shaperFor(exchange: Exchange, security: OutgoingHttpHeaders): Shaper {
  return {
    head(answer) {
      if (answer.statusCode === 307) answer.statusCode = 303
      answer.statusMessage = ''
      for (const name of answer.getHeaderNames())
        if (isInternalResponseHeader(name)) answer.removeHeader(name)
      if (!exchange.path.startsWith('/_next/static/')) answer.removeHeader('link')
      for (const [name, value] of Object.entries(security)) {
        if (value !== undefined && !answer.hasHeader(name)) answer.setHeader(name, value)
      }
      answer.setHeader('cache-control', cacheControl(exchange.path, answer.statusCode, exchange.isPublicFile))
    },

    collects(answer) {
      if (answer.hasHeader('content-encoding') || answer.statusCode === 304) return false
      return COMPRESSED.test(typeOf(answer)) || isBareError(answer, exchange.path)
    },

    async whole(answer, collected) {
      const body = await rewritten(answer, exchange, collected)
      answer.removeHeader('content-length')
      if (typeOf(answer).startsWith('text/html')) answer.removeHeader('etag')
      answer.setHeader('vary', 'Accept-Encoding')
      if (exchange.method === 'HEAD') return Buffer.alloc(0)
      const { body: sent, coding } = await compress(
        body,
        exchange.acceptEncoding,
        isFile(exchange) ? 'file' : 'page',
      )
      if (coding) {
        answer.setHeader('content-encoding', coding)
        // The bytes differ with the coding; a weak tag says so.
        const tag = answer.getHeader('etag')
        if (typeof tag === 'string' && !tag.startsWith('W/')) answer.setHeader('etag', `W/${tag}`)
      }
      answer.setHeader('content-length', sent.length)
      return sent
    },
  }
}
