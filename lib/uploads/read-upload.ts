import type { Measured } from '#lib/collection/frame'
import { UPLOAD } from '#lib/collection/limits'
import type { Refusal } from '#lib/images/judge'

/** The one file of an upload, or why there is none to look at. */
export type Arrived = { readonly file: Buffer; readonly device?: Measured } | { readonly refusal: Refusal }

// Boundary lines, part headers and small fields around the file.
const FRAMING = 64_000
const KEEP = UPLOAD.maxBytes + FRAMING

/** `4032x3024x3840000`: what the file was before the browser shrank it. Printed only, never believed. */
function deviceOf(value: FormDataEntryValue | null): Measured | undefined {
  const found = typeof value === 'string' && /^(\d{1,5})x(\d{1,5})x(\d{1,9})$/.exec(value)
  return found ? { width: Number(found[1]), height: Number(found[2]), bytes: Number(found[3]) } : undefined
}

/** Reads a body to its end without keeping it, so that the browser reads the answer (stack 12). */
export async function drain(request: Request): Promise<void> {
  const reader = request.body?.getReader()
  while (reader && !(await reader.read()).done);
}

/** The body while it is not larger than `KEEP`, and how much came in all. */
async function readCapped(request: Request): Promise<{ body: Buffer; bytes: number }> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    bytes += next.value.length
    if (bytes <= KEEP) chunks.push(next.value)
    else chunks.length = 0
  }
  return { body: Buffer.concat(chunks), bytes }
}

/**
 * Reads the multipart body of an upload form. What exceeds the limit is read on without being kept; the
 * server in front has refused what announces more than 40 MB.
 */
export async function readUpload(request: Request): Promise<Arrived> {
  const { body, bytes } = await readCapped(request)
  if (bytes > KEEP) return { refusal: { code: 'tooLarge', bytes } }
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => undefined)
  if (!form) return { refusal: { code: bytes === 0 ? 'empty' : 'broken' } }
  const files = form.getAll('file')
  const [file] = files
  if (files.length !== 1 || !(file instanceof File)) return { refusal: { code: 'empty' } }
  const device = deviceOf(form.get('device'))
  return { file: Buffer.from(await file.arrayBuffer()), ...(device ? { device } : {}) }
}
