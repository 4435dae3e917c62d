import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Bytes under which the saving is not worth a header. */
const SMALL = 600

/** Whether an `Accept-Encoding` header takes a coding; `q=0` says no. */
function accepts(header: string, coding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.trim().split(/\s*;\s*/)
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}

// A page is made for one request: the fourth level costs little. A file is fetched once by each browser and then
// kept: there the bytes count (14.2 kB of styles at 4, 12.3 kB at 9).
const QUALITY = { page: 4, file: 9 } as const

/** The body in the best coding that the client takes, and the name of the coding if there is one. */
export async function compress(
  body: Buffer,
  accepted: string,
  kind: keyof typeof QUALITY,
): Promise<{ body: Buffer; coding?: 'br' | 'gzip' }> {
  if (body.length < SMALL) return { body }
  if (accepts(accepted, 'br')) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY[kind],
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    }
    return { body: await brotli(body, { params }), coding: 'br' }
  }
  if (accepts(accepted, 'gzip')) return { body: await zip(body, { level: 6 }), coding: 'gzip' }
  return { body }
}
