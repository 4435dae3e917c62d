/** What the machine may notice on a picture (D7). The one set: stored with the document, told to both sides. */
export const PICTURE_FLAGS = ['background', 'blur', 'glare', 'dark', 'screenshot'] as const
export type PictureFlag = (typeof PICTURE_FLAGS)[number]

/** One soft judgement with its figure. Plain data. */
export interface Advice {
  readonly flag: PictureFlag
  /** In the measure's own unit: shares 0–1, grey levels 0–255, sharpness as a ratio. */
  readonly measured: number
  readonly asked: number
  /** Worth a warning. */
  readonly noticed: boolean
}

/** What is told at the field, to the applicant before the submission and to the reviewer after it. */
export const FLAG_WORDS: Readonly<Record<PictureFlag, string>> = {
  background: '背景可能不是白色，这类情况常被退回，建议换一张白底的',
  blur: '可能模糊，小字或五官看不清时会被退回',
  glare: '可能有反光，请看看字迹有没有被遮住',
  dark: '偏暗，请看看内容是否看得清',
  screenshot: '像是手机截图；学信网证明可以用截图，证书和证件照请用原图',
}

/** What is worth a warning. */
export const noticedIn = (advice: readonly Advice[]): PictureFlag[] =>
  advice.filter(({ noticed }) => noticed).map(({ flag }) => flag)

/** The flags among words, each once and in their order; what this release does not know is left out. */
export const flagsIn = (words: readonly string[]): PictureFlag[] =>
  PICTURE_FLAGS.filter((flag) => words.includes(flag))

/** The column of a document: flags separated by commas; empty for none. */
export const writeFlags = (flags: readonly PictureFlag[]): string => flagsIn(flags).join(',')

export const readFlags = (column: string): PictureFlag[] => flagsIn(column.split(','))
