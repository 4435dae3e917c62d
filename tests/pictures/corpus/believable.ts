import type { Sharp } from 'sharp'
import { from } from './bases.ts'
import { held } from './held.ts'
import { certificate, type Painting, photograph, portrait, screenshot } from './paint.ts'
import { type Family, family } from './sample.ts'

type Change = (image: Sharp) => Sharp
const asJpeg = (p: Painting, change: Change = (x) => x) => change(from(p)).jpeg({ quality: 90 }).toBuffer()
const asPng = (p: Painting, change: Change = (x) => x) => change(from(p)).png().toBuffer()

/** A certificate taken with a phone. */
const taken = (width: number, height: number, { seed = 1, noise = 24, uneven = 0.3 } = {}) =>
  photograph(certificate(width, height, seed), seed, noise, uneven)
const face = (width: number, height: number, background?: readonly [number, number, number], noise = 10) =>
  photograph(portrait(width, height, background), 7, noise, 0.06)

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8]
const IN_P3: Change = (image) => image.withIccProfile('p3')

/** What people send: photos of certificates, scans, screenshots. */
export const believable: readonly Family[] = [
  family('certificate', 'education', /^(accepted|adjusted) \d+×\d+|^(tooSmall|cannotFit)/, [
    ...ORIENTATIONS.map((n) => [`held as EXIF ${n}`, () => held(taken(1000, 750), n)] as const),
    ['12 megapixels', () => asJpeg(taken(4000, 3000))],
    ['48 megapixels, little noise', () => asJpeg(taken(8000, 6000, { noise: 3 }))],
    ['5 megapixels, in dim light', () => asJpeg(taken(2592, 1944, { noise: 60, uneven: 0.6 }))],
    ['3 megapixels, upright', () => asJpeg(taken(1536, 2048))],
    [
      'squeezed by a messenger',
      () =>
        from(taken(1280, 960, { noise: 8 }))
          .jpeg({ quality: 50 })
          .toBuffer(),
    ],
    ['the thumbnail of a messenger', () => asJpeg(taken(240, 180))],
    ['640×480', () => asJpeg(taken(640, 480))],
    ['700×500', () => asJpeg(taken(700, 500))],
    ['699×500', () => asJpeg(taken(699, 500))],
    ['700×499', () => asJpeg(taken(700, 499))],
    ['lying: 600×900', () => asJpeg(taken(600, 900))],
    ['a scan in CMYK', () => asJpeg(certificate(1600, 1200), (image) => image.toColourspace('cmyk'))],
    ['a scan in grey', () => asJpeg(taken(1600, 1200), (image) => image.greyscale())],
    ['a scan of 16 bits', () => asPng(certificate(1000, 750), (image) => image.toColourspace('rgb16'))],
    [
      'a scan in black and white',
      () =>
        from(certificate(1600, 1200))
          .greyscale()
          .threshold(140)
          .png({ palette: true, colours: 2 })
          .toBuffer(),
    ],
    ['a palette of 64', () => from(certificate(1600, 1200)).png({ palette: true, colours: 64 }).toBuffer()],
    ['clear edges', () => asPng(certificate(1200, 900), (image) => image.ensureAlpha(0.9))],
    ['progressive', () => from(taken(1600, 1200)).jpeg({ progressive: true }).toBuffer()],
    ['interlaced', () => from(certificate(1200, 900)).png({ progressive: true }).toBuffer()],
    [
      'every colour kept (4:4:4)',
      () => from(taken(1600, 1200)).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
    ],
    ['in the colours of an iPhone', () => asJpeg(taken(1600, 1200), IN_P3)],
    ['a screenshot of a phone', () => asPng(screenshot(1080, 2340))],
    ['a screenshot of a computer', () => asPng(screenshot(1920, 1080))],
    ['a long screenshot', () => asPng(screenshot(1080, 6000))],
    ['a panorama', () => asJpeg(taken(6000, 800))],
    ['a page full of small print, noisy', () => asJpeg(photograph(screenshot(1500, 1500), 3, 40, 0.4))],
  ]),
  family('qualification', 'qualification', /^(accepted|adjusted) \d+×\d+|^(tooSmall|cannotFit)/, [
    ['12 megapixels', () => asJpeg(taken(4000, 3000, { seed: 5 }))],
    ['2 megapixels', () => asJpeg(taken(1600, 1200, { seed: 6 }))],
    ['in dim light', () => asJpeg(taken(2048, 1536, { seed: 7, noise: 60, uneven: 0.6 }))],
    ['upright', () => asJpeg(taken(1200, 1600, { seed: 8 }))],
    ['drawn, not taken', () => asPng(certificate(1600, 1200, 9))],
    ['700×500', () => asJpeg(taken(700, 500, { seed: 10 }))],
    ['699×500', () => asJpeg(taken(699, 500))],
    ['noise alone', () => asJpeg(photograph(certificate(700, 500), 3, 255, 0))],
  ]),
  family('portrait', 'portrait', /^(accepted|adjusted) 295×413( |$)|^tooSmall/, [
    ...ORIENTATIONS.map((n) => [`held as EXIF ${n}`, () => held(face(600, 840), n)] as const),
    ['295×413', () => asJpeg(face(295, 413))],
    ['294×413', () => asJpeg(face(294, 413))],
    ['295×412', () => asJpeg(face(295, 412))],
    ['from a phone, 3:4', () => asJpeg(face(1800, 2400))],
    ['from a phone, lying', () => asJpeg(face(2400, 1800))],
    ['before blue', () => asJpeg(face(413, 579, [67, 142, 219]))],
    ['in grey', () => asJpeg(face(413, 579), (image) => image.greyscale())],
    ['PNG cut out', () => asPng(face(413, 579), (image) => image.ensureAlpha(0.95))],
    ['drawn flat', () => asPng(portrait(590, 826))],
    ['in the colours of an iPhone', () => asJpeg(face(900, 1260), IN_P3)],
  ]),
]
