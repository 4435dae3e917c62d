import type { Refusal } from './judge.ts'
import type { Format } from './sniff.ts'

const SCREENSHOT = '打开图片放到最大，截图，再上传截图'
const SAVE_AS = '在电脑上用“画图”或看图软件打开，“另存为”选 JPG'

const KINDS: Partial<Record<Format, readonly string[]>> = {
  heic: [
    '苹果手机：打开“设置 → 相机 → 格式”，选“兼容性最佳”，然后重拍',
    '安卓手机：在相机设置里关掉“高效格式（HEIF）”，然后重拍',
    `不方便重拍：${SCREENSHOT}`,
  ],
  webp: [`用手机：${SCREENSHOT}`, `用电脑：${SAVE_AS}`],
  avif: [`用手机：${SCREENSHOT}`, `用电脑：${SAVE_AS}`],
  gif: [SAVE_AS],
  bmp: [SAVE_AS],
  tiff: [SAVE_AS],
  svg: [SCREENSHOT],
  pdf: [
    '用手机：打开文件，翻到证书那一页放大，截图后上传',
    '用电脑：在阅读软件里选“导出为图片”，或者截图',
    '有纸质证书的，直接拍照最清楚',
  ],
}

const SMALL = [
  '从聊天软件里存下来的图常常被压小了：请对方发“原图”，或者从手机相册里选原来那张',
  '没有原图的，请重拍一张，不要放大小图',
]

function small({ width, height, minWidth, minHeight }: Extract<Refusal, { code: 'tooSmall' }>) {
  const lying = height > width && height >= minWidth && width >= minHeight && minWidth > minHeight
  if (!lying) return SMALL
  return ['手机横过来，从正上方拍整张证书', '已经是横着拍的：在手机相册里点“编辑 → 旋转”，保存后再传']
}

/**
 * What can be done about a refusal, in the order of ease; the sentence of `refusalText` stands above it.
 * Empty where that sentence says it all.
 */
export function refusalSteps(refusal: Refusal): readonly string[] {
  switch (refusal.code) {
    case 'wrongKind':
      return KINDS[refusal.format] ?? []
    case 'tooSmall':
      return small(refusal)
    case 'tooLarge':
    case 'tooManyPixels':
      return ['在手机相册里点“编辑 → 裁剪”，裁掉四周多余的部分，保存后再传', '在相机设置里把分辨率调低后重拍']
    case 'broken':
      return ['在手机相册里点开这张照片：能正常显示的，再传一次', '显示不出来或只有一半的，请重拍']
    case 'cannotFit':
      return ['在手机相册里点“编辑 → 裁剪”，只留证书本身', '长截图请分成几段，只传有证书内容的一段']
    default:
      return []
  }
}
