import { gzipSync } from 'node:zlib'
import { from, jpeg, png } from '../bases.ts'
import { quarters } from '../paint.ts'
import { type Family, family, randomBytes } from '../sample.ts'

const said = (text: string, length = 600) =>
  Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(Math.max(0, length - text.length))])
const hex = (text: string) => said(Buffer.from(text.replaceAll(' ', ''), 'hex').toString('latin1'))
const ftyp = (brand: string) => said(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`)
const real = (format: 'gif' | 'webp' | 'tiff' | 'avif') => () =>
  from(quarters(800, 600)).toFormat(format).toBuffer()
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">'

/** Other kinds of files under the name of a picture. */
export const kinds: readonly Family[] = [
  family('kind', 'education', /^(wrongKind (gif|webp|tiff|avif|heic|bmp|pdf|svg|other)|empty)$/, [
    ['a real GIF', real('gif')],
    ['a real WebP', real('webp')],
    ['a real TIFF', real('tiff')],
    ['a real AVIF', real('avif')],
    ['GIF87a', () => said('GIF87a\x20\x03\x58\x02')],
    ['GIF89a', () => said('GIF89a\x20\x03\x58\x02')],
    ['WebP, lossless', () => said('RIFF\x10\0\0\0WEBPVP8L')],
    ['WebP, extended', () => said('RIFF\x10\0\0\0WEBPVP8X')],
    ['a sound in RIFF', () => said('RIFF\x10\0\0\0WAVEfmt ')],
    ...['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'].map(
      (brand) => [`HEIC of brand ${brand}`, () => ftyp(brand)] as const,
    ),
    ['AVIF, sequence', () => ftyp('avis')],
    ['a film, MP4', () => ftyp('isom')],
    ['a film, MOV', () => ftyp('qt  ')],
    ['JPEG XL, boxed', () => said('\0\0\0\x0cJXL \r\n\x87\n')],
    ['JPEG XL, bare', () => hex('ff0a fa1f 0100')],
    ['JPEG 2000, boxed', () => hex('0000 000c 6a50 2020 0d0a 870a')],
    ['JPEG 2000, bare', () => hex('ff4f ff51 0029')],
    ['JPEG XR', () => hex('4949 bc01 2000 0000')],
    ['TIFF, little end first', () => hex('4949 2a00 0800 0000')],
    ['TIFF, big end first', () => hex('4d4d 002a 0000 0008')],
    ['BigTIFF', () => hex('4949 2b00 0800 0000')],
    ['BMP', () => said('BM6\x10\x0e\0\0\0\0\x006\0\0\0')],
    ['ICO', () => hex('0000 0100 0100 1010')],
    ['PSD', () => said('8BPS\0\x01')],
    ['PDF', () => said('%PDF-1.7\n%\xe2\xe3\xcf\xd3')],
    ['PDF behind other bytes', () => said(`${'\n'.repeat(400)}%PDF-1.4`)],
    ['PostScript', () => said('%!PS-Adobe-3.0 EPSF-3.0')],
    ['SVG', () => said(`${SVG}</svg>`)],
    ['SVG with a script', () => said(`<?xml version="1.0"?>\n${SVG}<script>alert(1)</script></svg>`)],
    ['SVG that reads a file', () => said(`${SVG}<image href="file:///etc/passwd"/></svg>`)],
    ['SVG of entities', () => said(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${SVG}&b;</svg>`)],
    ['SVG, packed', () => gzipSync(`${SVG}</svg>`)],
    ['HTML', () => said('<!DOCTYPE html><script>alert(1)</script>')],
    ['PHP', () => said('<?php system($_GET[0]); ?>')],
    ['shell', () => said('#!/bin/sh\nid')],
    ['ZIP', () => said('PK\x03\x04\x14\0')],
    ['RAR', () => said('Rar!\x1a\x07\x01\0')],
    ['7z', () => hex('377a bcaf 271c 0004')],
    ['program of Linux', () => hex('7f45 4c46 0201 0100')],
    ['program of Windows', () => said('MZ\x90\0\x03')],
    ['PPM', () => said('P6\n800 600\n255\n')],
    ['Radiance', () => said('#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 600 +X 800\n')],
    ['OpenEXR', () => hex('762f 3101 0200 0000')],
    ['FITS', () => said('SIMPLE  =                    T')],
    ['the format of the library', () => hex('b6a6 f208 0000 0320')],
    ['Matlab', () => said('MATLAB 5.0 MAT-file')],
    ['numbers, CSV', () => said('1,2,3\n4,5,6\n')],
    ['QOI', () => said('qoif\0\0\x03\x20')],
    ['nothing', () => Buffer.alloc(0)],
    ['one byte', () => Buffer.from([0xff])],
    ['two bytes of a JPEG', () => Buffer.from([0xff, 0xd8])],
    ['seven bytes of a PNG', async () => (await png()).subarray(0, 7)],
    ['zeros', () => Buffer.alloc(100_000)],
    ['ones', () => Buffer.alloc(100_000, 0xff)],
    ['noise', () => randomBytes(100_000, 5)],
    ['a JPEG in text', async () => Buffer.from((await jpeg()).toString('base64'))],
    ['a JPEG behind one space', async () => Buffer.concat([Buffer.from(' '), await jpeg()])],
    ['a PNG whose line ends were changed', async () => crlf(await png())],
    ['a PNG through seven bits', async () => (await png()).map((byte) => byte & 0x7f) as Buffer],
  ]),
  family('mask', 'education', /^broken$/, [
    [
      'the head of a JPEG, then noise',
      () => Buffer.concat([hex('ffd8 ffe0').subarray(0, 4), randomBytes(5000, 6)]),
    ],
    [
      'the head of a JPEG, then a GIF',
      async () => Buffer.concat([hex('ffd8 ff').subarray(0, 3), await real('gif')()]),
    ],
    [
      'the head of a JPEG, then a TIFF',
      async () => Buffer.concat([hex('ffd8 ff').subarray(0, 3), await real('tiff')()]),
    ],
    [
      'the head of a JPEG, then SVG',
      () => Buffer.concat([hex('ffd8 ff').subarray(0, 3), said(`${SVG}</svg>`)]),
    ],
    [
      'the head of a PNG, then noise',
      async () => Buffer.concat([(await png()).subarray(0, 8), randomBytes(5000, 7)]),
    ],
    [
      'the head of a PNG, then a JPEG',
      async () => Buffer.concat([(await png()).subarray(0, 8), await jpeg()]),
    ],
    [
      'the head of a PNG, then WebP',
      async () => Buffer.concat([(await png()).subarray(0, 8), await real('webp')()]),
    ],
    [
      'the head of a PNG, then HTML',
      async () => Buffer.concat([(await png()).subarray(0, 8), said('<html>')]),
    ],
  ]),
]

const crlf = (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
