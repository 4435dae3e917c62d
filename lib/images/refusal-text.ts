import { UPLOAD } from '../collection/limits.ts'
import type { Refusal } from './judge.ts'
import type { Format } from './sniff.ts'

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`

const KINDS: Readonly<Record<Format, string>> = {
  heic: '这是 HEIC 格式（苹果手机的默认格式）。请改成 JPG 后再传',
  webp: '这是 WebP 格式，多半是从网页或聊天里存下来的。请改成 JPG 或 PNG 后再传',
  avif: '这是 AVIF 格式。请改成 JPG 或 PNG 后再传',
  gif: '这是 GIF 格式。请另存为 JPG 或 PNG 后上传',
  bmp: '这是 BMP 格式。请用电脑的“画图”另存为 JPG 后上传',
  tiff: '这是 TIFF 格式。请另存为 JPG 后上传',
  pdf: '这是 PDF 文件。请改成图片后再传',
  svg: '这是 SVG 文件。请另存为 JPG 或 PNG 后上传',
  jpeg: '',
  png: '',
  other: '这不是图片文件。请选择 JPG 或 PNG 格式的照片',
}

function smallText(r: Extract<Refusal, { code: 'tooSmall' }>): string {
  const short = [
    r.width < r.minWidth ? `宽只有 ${r.width} 像素，至少要 ${r.minWidth} 像素` : '',
    r.height < r.minHeight ? `高只有 ${r.height} 像素，至少要 ${r.minHeight} 像素` : '',
  ].filter((s) => s !== '')
  const lying =
    r.height > r.width && r.height >= r.minWidth && r.width >= r.minHeight && r.minWidth > r.minHeight
  const todo = lying ? '请把手机横过来重新拍' : '请用原图，不要用聊天里的缩略图'
  return `图片 ${r.width}×${r.height} 像素：${short.join('；')}。${todo}`
}

/** What is wrong, the limit, the measured value, what to do (contract section 6). */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'empty':
      return '请先选择一张图片'
    case 'tooLarge':
      return `图片 ${megabytes(refusal.bytes)}，超过 ${megabytes(UPLOAD.maxBytes)} 的上限。请用手机自带的编辑功能裁小，或把相机的分辨率调低后重拍`
    case 'wrongKind':
      return KINDS[refusal.format]
    case 'broken':
      return '这张图片打不开，可能没有传完整或已损坏。请重新选择，或重拍一张'
    case 'unworkable':
      return '这张图片太复杂或已损坏，处理不了。请打开图片后截图，上传截图'
    case 'busy':
      return '现在上传图片的人较多。请过一两分钟再上传'
    case 'tooManyPixels':
      return `图片 ${refusal.width}×${refusal.height}，超过 5000 万像素的上限。请把相机的分辨率调低后重拍`
    case 'tooSmall':
      return smallText(refusal)
    case 'frameTooSmall':
      return `裁切框里只有 ${refusal.width}×${refusal.height} 像素，至少要 ${refusal.minWidth}×${refusal.minHeight} 像素，再小就会变模糊。请把框放大一些`
    case 'cannotFit':
      return `图片内容太细密，压到 ${Math.round(refusal.maxBytes / 1000)} kB 以内会看不清。请裁去证书以外的部分后重新上传`
    case 'tooMany':
      return `${refusal.of === 'slot' ? '这一项' : ''}一小时内最多上传和调整 ${refusal.perHour} 次，请稍后再试`
  }
}
