import { get } from 'node:http'

interface Weighed {
  readonly status: number
  readonly body: Buffer
  readonly coding: string
  /** Bytes over the wire: head and body, as they are sent. */
  readonly bytes: number
}

/** Fetches as a browser with an empty cache, without taking the coding off. */
export function weigh(url: URL, cookie: string, coding: string): Promise<Weighed> {
  return new Promise((done, fail) => {
    get(url, { headers: { cookie, 'accept-encoding': coding } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('error', fail)
      answer.on('end', () => {
        const body = Buffer.concat(pieces)
        // `HTTP/1.1 200 OK`, a colon, a space and a line end for each header, an empty line.
        const head = answer.rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, 19)
        done({
          status: answer.statusCode ?? 0,
          body,
          coding: answer.headers['content-encoding'] ?? '',
          bytes: head + body.length,
        })
      })
    }).on('error', fail)
  })
}

const attributes = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&'))

/** The scripts of a page by their addresses; one written into the page is an empty text. */
export const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<script\b([^>]*)>/g)].map(([, given = '']) => /\ssrc="([^"]*)"/.exec(given)?.[1] ?? '')

/** Everything that a browser fetches with a page. */
export const fetchedWith = (html: string): string[] => [
  ...new Set([
    ...attributes(html, /<link\b[^>]*rel="(?:stylesheet|icon)"[^>]*href="([^"]*)"/g),
    ...attributes(html, /<link\b[^>]*href="([^"]*)"[^>]*rel="(?:stylesheet|icon)"/g),
    ...scriptsOf(html).filter((src) => src !== ''),
    ...attributes(html, /<img\b[^>]*src="(\/[^"]*)"/g),
  ]),
]
