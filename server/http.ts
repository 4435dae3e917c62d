import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Answered } from '#lib/metrics'
import { Answer } from './answer.ts'
import { announcedBytes, readBody, replay } from './body.ts'
import { answerClientError } from './client-error.ts'
import { askedHost, cleanRequestHeaders, type ProxySettings, securityHeaders } from './headers.ts'
import {
  DRAIN_BYTES,
  FORM_BODY_MS,
  FORM_BYTES,
  HEADERS_MS,
  isUploadPath,
  PICTURE_BYTES,
  REQUEST_MS,
} from './limits.ts'
import { mayPost } from './origin.ts'
import { refuse, sendPage } from './refuse.ts'
import { type Exchange, shaperFor } from './shape.ts'
import { answersAnyHost, readTarget, type Target } from './target.ts'

/** The application behind: Next's request handler, or a stand-in in tests. */
export type Handler = (request: IncomingMessage, answer: ServerResponse) => Promise<void> | void

export interface ServiceSettings extends ProxySettings {
  /** Whether a page asked for under another host is sent to the public origin (contract 1, PUBLIC_ORIGIN). */
  readonly redirectHost: boolean
  readonly issuerOrigin: string | undefined
  /** Paths of the files in `public/`, with their leading slash. */
  readonly publicFiles: ReadonlySet<string>
  /** Is told of each answer when it has gone out, or was given up. */
  readonly observe?: (answered: Answered) => void
}

const METHODS = new Set(['GET', 'HEAD', 'POST'])

/** Never served, although the framework has them: the picture optimiser (security.md 0.5). */
function isClosed(path: string): boolean {
  return path === '/_next/image' || path.startsWith('/_next/image/')
}

function setHeaders(answer: Answer, headers: OutgoingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) answer.setHeader(name, value)
}

/** Reads a form's body within its limits. Gives the body, or null after answering. */
async function readForm(request: IncomingMessage, answer: Answer, path: string): Promise<Buffer | null> {
  const limits = { keep: FORM_BYTES, drain: DRAIN_BYTES, milliseconds: FORM_BODY_MS }
  const arrival = await readBody(request, limits)
  if (arrival.kind === 'whole') return arrival.body
  if (arrival.kind === 'late') sendPage(answer, 408, undefined, true)
  if (arrival.kind === 'tooLarge') {
    sendPage(answer, 413, { size: { measured: arrival.bytes, limit: FORM_BYTES }, back: path })
  }
  if (arrival.kind === 'endless') {
    const size = { measured: announcedBytes(request), limit: FORM_BYTES }
    sendPage(answer, 413, { size, back: path }, true)
  }
  return null
}

/** An upload is handed on as it arrives, when it says how large it is and that is not beyond reading. */
function refuseUpload(request: IncomingMessage, answer: Answer, path: string): boolean {
  const announced = announcedBytes(request)
  if (announced !== null && announced <= DRAIN_BYTES) return false
  const size = { measured: announced, limit: PICTURE_BYTES }
  sendPage(answer, announced === null ? 411 : 413, { size, back: path.replace(/\/upload$/, '') }, true)
  return true
}

/** Carries a POST to the handler, or answers it. */
async function post(
  request: IncomingMessage,
  answer: Answer,
  { path }: Target,
  settings: ServiceSettings,
): Promise<{ request: IncomingMessage; body: Buffer | undefined } | null> {
  if (!mayPost(path, request.headers, settings.publicOrigin)) {
    await refuse(request, answer, 403)
    return null
  }
  if (isUploadPath(path)) return refuseUpload(request, answer, path) ? null : { request, body: undefined }
  const body = await readForm(request, answer, path)
  return body && { request: replay(request, body), body }
}

/** Answers one request: refuses what must not reach the application, hands the rest on, shapes the answer. */
async function serve(
  request: IncomingMessage,
  answer: Answer,
  handler: Handler,
  settings: ServiceSettings,
  security: OutgoingHttpHeaders,
): Promise<void> {
  setHeaders(answer, security)
  const method = request.method ?? ''
  if (!METHODS.has(method)) {
    answer.setHeader('allow', [...METHODS].join(', '))
    return refuse(request, answer, 405)
  }
  const target = readTarget(request.url)
  if (!target || isClosed(target.path)) return refuse(request, answer, 404)
  const { path, search } = target
  const foreign = askedHost(request.headers, settings.trustProxy) !== new URL(settings.publicOrigin).host
  if (method !== 'POST' && foreign && settings.redirectHost && !answersAnyHost(path)) {
    answer.writeHead(303, {
      location: `${settings.publicOrigin}${path}${search}`,
      'cache-control': 'private, no-store',
    })
    answer.end()
    return
  }
  const acceptEncoding = String(request.headers['accept-encoding'] ?? '')
  cleanRequestHeaders(request.headers, request.socket.remoteAddress, settings)
  const passed =
    method === 'POST' ? await post(request, answer, target, settings) : { request, body: undefined }
  if (!passed) return
  const exchange: Exchange = {
    method,
    path,
    cookie: request.headers.cookie ?? '',
    contentType: request.headers['content-type'] ?? '',
    acceptEncoding,
    body: passed.body,
    isPublicFile: settings.publicFiles.has(path),
  }
  // From here the shaper sets them, where a route has not set its own.
  for (const name of Object.keys(security)) answer.removeHeader(name)
  answer.shaper = shaperFor(exchange, security)
  await handler(passed.request, answer)
}

/**
 * The HTTP server in front of the application. It is not listening yet.
 * @param handler answers what is let through; a rejection becomes the page of status 500
 */
export function createService(
  handler: Handler,
  settings: ServiceSettings,
): Server<typeof IncomingMessage, typeof Answer> {
  const security = securityHeaders(settings.publicOrigin, settings.issuerOrigin)
  const server = createServer(
    {
      ServerResponse: Answer,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5_000,
    },
    (request, answer) => {
      const began = performance.now()
      answer.once('close', () => {
        const path = readTarget(request.url)?.path ?? '/refused'
        const seconds = (performance.now() - began) / 1000
        settings.observe?.({ method: request.method ?? '', path, status: answer.statusCode, seconds })
      })
      serve(request, answer, handler, settings, security).catch((error: unknown) => {
        console.error(`${request.method} failed:`, error)
        if (answer.headersSent || answer.destroyed) return answer.destroy()
        answer.forget()
        setHeaders(answer, security)
        sendPage(answer, 500)
      })
    },
  )
  server.on('clientError', answerClientError)
  return server
}
