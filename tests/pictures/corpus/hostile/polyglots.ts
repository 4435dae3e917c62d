import { deflateSync } from 'node:zlib'
import { diploma, png } from '../bases.ts'
import { exif, segment, tiff, withSegments } from '../jpeg.ts'
import { chunk, withChunks } from '../png.ts'
import { type Family, family, MARKER } from '../sample.ts'

const LOADS: readonly (readonly [string, string])[] = [
  ['ZIP', `PK\x03\x04\x14\0\0\0\0\0${MARKER}.txtPK\x01\x02PK\x05\x06`],
  ['HTML', `<html><body><script>/*${MARKER}*/alert(1)</script></body></html>`],
  ['PHP', `<?php /* ${MARKER} */ system($_GET["c"]); ?>`],
  ['script', `*/=1;/*${MARKER}*/alert(document.cookie)//`],
  ['PDF', `%PDF-1.7 ${MARKER} /OpenAction << /S /JavaScript >> %%EOF`],
  ['shell', `\n#!/bin/sh\necho ${MARKER}\n`],
  ['SVG', `<svg xmlns="http://www.w3.org/2000/svg"><script>${MARKER}</script></svg>`],
  ['program', `\x7fELF\x02\x01\x01${MARKER}`],
]
const bytesOf = (load: string) => Buffer.from(load, 'latin1')

const PLACES: readonly (readonly [string, (load: string) => Promise<Buffer>])[] = [
  ['behind a JPEG', async (load) => Buffer.concat([await diploma(), bytesOf(load)])],
  ['in a comment of a JPEG', async (load) => withSegments(await diploma(), segment(0xfe, load))],
  [
    'in APP13 of a JPEG',
    async (load) => withSegments(await diploma(), segment(0xed, `Photoshop 3.0\0${load}`)),
  ],
  ['in the EXIF of a JPEG', async (load) => withSegments(await diploma(), exif(tiff(bytesOf(load))))],
]
const FACE_PLACES: readonly (readonly [string, (load: string) => Promise<Buffer>])[] = [
  ['behind a PNG', async (load) => Buffer.concat([await png(), bytesOf(load)])],
  [
    'in the text of a PNG',
    async (load) => withChunks(await png(), chunk('tEXt', bytesOf(`Comment\0${load}`))),
  ],
  ['in a private chunk of a PNG', async (load) => withChunks(await png(), chunk('prVt', bytesOf(load)))],
  [
    'packed in a PNG',
    async (load) =>
      withChunks(await png(), chunk('zTXt', Buffer.concat([bytesOf('C\0\0'), deflateSync(bytesOf(load))]))),
  ],
]

const all = (places: typeof PLACES) =>
  places.flatMap(([place, make]) =>
    LOADS.map(([what, load]) => [`${what} ${place}`, () => make(load)] as const),
  )

/** Good pictures that are something else too: taken, and nothing of the other is left. */
export const polyglots: readonly Family[] = [
  family('double', 'education', /^accepted 720×540$/, all(PLACES)),
  family('double-png', 'portrait', /^adjusted 295×413 (cropped,)?shrunk$/, all(FACE_PLACES)),
]
