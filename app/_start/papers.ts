import type { Principle, SelfCheckAnswers } from './self-check.ts'

/** How long it takes, in the words of the start page. */
export const TIME = {
  fill: '填写约 15 分钟，可分几次完成，草稿随时保存',
  review: '提交后 3 个工作日内',
} as const

const PLACE_PAPERS: Readonly<Record<'J1' | 'J2' | 'J3', string>> = {
  J1: '单位全称和统一社会信用代码（在营业执照或法人证书上）',
  J2: '实际居住地的详细地址，写到门牌号',
  J3: '学校全称和预计毕业时间',
}

/**
 * What somebody with these answers has to have ready (guide 1.3, 3.2–3.5); nothing where nobody collects.
 * @returns in the order in which the form asks
 */
export function papersFor(principle: Principle, given: Partial<SelfCheckAnswers>): string[] {
  if (principle === 'J4' || principle === 'J5') return []
  return [
    PLACE_PAPERS[principle],
    '近期白底证件照',
    '学历证书、学位证书照片；丢失的，用学信网截图或毕业生登记表',
    ...(principle === 'J1' && given.accounting === 'yes' ? ['开始从事会计工作的年月'] : []),
    ...(principle === 'J1' ? ['聘任文件或聘书照片（单位聘任了会计专业技术职务的）'] : []),
    ...(given.qualified === 'yes' ? ['会计专业技术资格证书照片'] : []),
  ]
}
