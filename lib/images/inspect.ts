import { readHeader } from './decoder.ts'
import { type Format, sniff } from './sniff.ts'

/** What a file is, measured without trusting its name or type. */
export interface Facts {
  readonly format: Format
  /** Length of the file. */
  readonly bytes: number
  /** As stored, in pixels; 0 where it could not be read. */
  readonly width: number
  readonly height: number
  /** After turning by EXIF: what people see. */
  readonly uprightWidth: number
  readonly uprightHeight: number
  /** EXIF orientation 1–8. */
  readonly orientation: number
  /** 16 bits a colour, and a profile that says which colours. */
  readonly wide: boolean
  /** The header could be read. Whether the pixels can is only known after decoding. */
  readonly readable: boolean
}

/** Measures a file. Only JPEG and PNG headers are parsed. */
export async function inspect(bytes: Buffer): Promise<Facts> {
  const format = sniff(bytes)
  const unread = {
    format,
    bytes: bytes.length,
    width: 0,
    height: 0,
    uprightWidth: 0,
    uprightHeight: 0,
    orientation: 1,
    wide: false,
  }
  if (format !== 'jpeg' && format !== 'png') return { ...unread, readable: false }
  try {
    const { width = 0, height = 0, orientation = 1, depth, hasProfile } = await readHeader(bytes)
    const lying = orientation >= 5
    return {
      format,
      bytes: bytes.length,
      width,
      height,
      uprightWidth: lying ? height : width,
      uprightHeight: lying ? width : height,
      orientation,
      wide: depth === 'ushort' && hasProfile,
      readable: width > 0 && height > 0,
    }
  } catch {
    return { ...unread, readable: false }
  }
}
