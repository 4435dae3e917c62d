// Every figure of the soft judgements (D7). `advice.test.ts` holds them with samples on either side; a change
// here is a change there.

/** Background of a portrait: bands left and right of the head, above the shoulders; CIELAB. */
export const BACKGROUND = {
  /** Width of each band and depth of both, as shares of the picture. */
  side: 0.16,
  depth: 0.42,
  /** A pixel counts as white. */
  nearWhite: { lightness: 88, chroma: 8 },
  /** The bands count as white. */
  pass: { share: 0.9, lightness: 92, chroma: 5 },
  /** Above this chroma the colour is named, below it a shadow or grey. */
  coloured: 10,
} as const

/** Grey copies are at most this long, and are looked at in squares of this side. */
export const GREY = { longest: 800, tile: 16 } as const

/** A picture with less contrast than this, in grey levels, shows nothing that could be judged. */
export const BLANK = 8

/** Sharpness: variance of the Laplacian over the variance of grey, where there is something to see. */
export const SHARP = {
  /** Squares with less contrast are paper, wall or noise. */
  spread: 12,
  /** The sharpest tenth decides: a soft background beside a sharp face is no fault. */
  percentile: 0.9,
  /** What is asked. A certificate is measured at 800 pixels, a portrait at its 295×413. */
  asked: { portrait: 0.2, certificate: 0.7 },
} as const

/** Glare on a certificate: squares of paper that are blown out, while other paper is not. */
export const GLARE = {
  /** Left out on each side: desks and scanner lids are often white. */
  margin: 0.12,
  /** A square of paper is bright and nearly even. */
  paper: { mean: 170, spread: 5 },
  blown: 250,
  /** Where this share of the paper is nearly white, the paper itself is: a scan, or a page on a screen. */
  white: { mean: 246, share: 0.78 },
  /** Less than this is a white label or a photo on the certificate. */
  asked: 0.08,
} as const

/** Darkness: the grey level that nine pixels in ten stay below. */
export const DARK = { percentile: 0.9, asked: 125 } as const

/** What a screen shows and a camera does not: its shape, its status bar, its evenness. */
export const SCREEN = {
  /** Longer over shorter side of phones since 2014. */
  shapes: [16 / 9, 2, 37 / 18, 19 / 9, 13 / 6, 20 / 9, 21 / 9] as readonly number[],
  tolerance: 0.012,
  /** Height of the status bar, as a share of the longer side. */
  bar: 0.025,
  /** Share of the bar within a few levels of its own median. */
  barEven: 0.7,
  barLevels: 6,
  /** Share of squares without any grain. */
  even: 0.2,
  grain: 1,
} as const
