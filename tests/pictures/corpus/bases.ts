import sharp, { type Sharp } from 'sharp'
import { certificate, type Painting, portrait } from './paint.ts'
import { once } from './sample.ts'

/** A pipeline that starts from painted pixels. */
export const from = ({ data, width, height }: Painting): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } })

/** Small pictures that are good as they are; the hostile ones are made of them. */
export const PORTRAIT = { width: 300, height: 420 }
const face = once(() => portrait(PORTRAIT.width, PORTRAIT.height))
const paper = once(() => certificate(720, 540))

export const jpeg = once(() => from(face()).jpeg({ quality: 90 }).toBuffer())
export const progressive = once(() => from(face()).jpeg({ quality: 90, progressive: true }).toBuffer())
export const png = once(() => from(face()).png().toBuffer())
export const interlaced = once(() => from(face()).png({ progressive: true }).toBuffer())
export const diploma = once(() => from(paper()).jpeg({ quality: 85 }).toBuffer())
export const facePixels = () => face().data
