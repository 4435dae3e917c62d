export type Format =
  | 'jpeg'
  | 'png'
  | 'heic'
  | 'avif'
  | 'webp'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'pdf'
  | 'svg'
  | 'other'

const starts = (bytes: Buffer, ...head: number[]) => head.every((byte, at) => bytes[at] === byte)
const ascii = (bytes: Buffer, from: number, to: number) => bytes.subarray(from, to).toString('latin1')

const HEIC_BRANDS = /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/

/** The kind of file by its first bytes, so that what is not JPEG or PNG never reaches a decoder. */
export function sniff(bytes: Buffer): Format {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brand = ascii(bytes, 8, 12)
    if (brand.startsWith('avi')) return 'avif'
    if (HEIC_BRANDS.test(brand)) return 'heic'
  }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif'
  if (ascii(bytes, 0, 2) === 'BM') return 'bmp'
  if (starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'tiff'
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<svg/i.test(ascii(bytes, 0, 1024))) return 'svg'
  return 'other'
}
