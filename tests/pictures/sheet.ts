// Draws docs/screens/contact-sheet.jpg: pictures of the corpus as they were sent, as they are stored, and a part
// of what is stored at full size. `npm run pictures:sheet`; the order of the rows is told in docs/pictures.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { LIMITS } from '#lib/collection/limits'
import { isRefusal } from '#lib/images/judge'
import { makePicture } from '#lib/uploads/make-picture'
import { sampleOf } from './corpus/all.ts'

const TARGET = join(import.meta.dirname, '../../docs/screens/contact-sheet.jpg')
const CELL = { width: 288, height: 216 }
const GAP = 12
const COLUMNS = 2
const MOST_BYTES = 500_000
const GROUND = '#d5d8dc'

const SHOWN = [
  'certificate-009',
  'certificate-011',
  'certificate-006',
  'certificate-013',
  'certificate-020',
  'certificate-029',
  'certificate-030',
  'certificate-034',
  'qualification-001',
  'qualification-003',
  'portrait-012',
  'portrait-013',
  'portrait-014',
  'portrait-016',
]

const small = (bytes: Buffer) =>
  sharp(bytes)
    .autoOrient()
    .resize({ ...CELL, fit: 'contain', background: GROUND })
    .flatten({ background: GROUND })
    .toColourspace('srgb')
    .png()
    .toBuffer()

/** The part below the middle, where the small print is, not shrunk. */
function part(jpeg: Buffer, size: { width: number; height: number }): Promise<Buffer> {
  const [width, height] = [Math.min(CELL.width, size.width), Math.min(CELL.height, size.height)]
  const left = Math.min(size.width - width, Math.round(size.width * 0.1))
  const top = Math.min(size.height - height, Math.round(size.height * 0.72))
  return sharp(jpeg)
    .extract({ left, top, width, height })
    .resize({ ...CELL, fit: 'contain', background: GROUND })
    .png()
    .toBuffer()
}

/** What was sent, what is stored, and a part of it. */
async function cellsOf(id: string): Promise<Buffer[]> {
  const { slot, bytes } = sampleOf(id)
  const sent = await bytes()
  const made = await makePicture(sent, LIMITS[slot])
  if (isRefusal(made)) throw new Error(`${id}: ${made.code}`)
  const { jpeg } = made.picture
  return Promise.all([small(sent), small(jpeg), part(jpeg, made.picture)])
}

const overlays: OverlayOptions[] = []
const group = 3 * CELL.width + 3 * GAP
for (const [n, id] of SHOWN.entries()) {
  for (const [at, input] of (await cellsOf(id)).entries()) {
    const left = 2 * GAP + (n % COLUMNS) * (group + GAP) + at * (CELL.width + GAP)
    const top = 2 * GAP + Math.floor(n / COLUMNS) * (CELL.height + GAP)
    overlays.push({ input, left, top })
  }
}
const width = 3 * GAP + COLUMNS * (group + GAP) - GAP
const height = 3 * GAP + Math.ceil(SHOWN.length / COLUMNS) * (CELL.height + GAP)
const sheet = await sharp({ create: { width, height, channels: 3, background: GROUND } })
  .composite(overlays)
  .jpeg({ quality: 80, mozjpeg: true })
  .toBuffer()
if (sheet.length > MOST_BYTES) throw new Error(`The sheet has ${sheet.length} bytes.`)
writeFileSync(TARGET, sheet)
console.log(`${TARGET}: ${SHOWN.length} pictures, ${sheet.length} bytes`)
