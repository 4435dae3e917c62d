const figure = new Intl.NumberFormat('en-US')

/** `1,284`. */
export const countText = (n: number): string => figure.format(n)

/** The row that an office or a prefecture is compared with. */
export const PROVINCE = '全省平均'

/** `7.4%`, of a share 0–1; a dash where there was nothing to measure. */
export const shareText = (share: number | undefined): string =>
  share === undefined ? '–' : `${(share * 100).toFixed(share === 0 || share === 1 ? 0 : 1)}%`

/** `2 个工作日`; decided on the day it came in is `当天`. */
export const daysText = (days: number | undefined): string => (days ? `${days} 个工作日` : daysShort(days))

/** `2`, where the unit stands above. */
export const daysShort = (days: number | undefined): string =>
  days === undefined ? '–' : days === 0 ? '当天' : `${days}`

/** `当天`, ` 2 个工作日内`: follows what it is said of. */
const withinText = (days: number): string => (days === 0 ? '当天' : ` ${days} 个工作日内`)

/** `一半当天办结，八成 2 个工作日内办结`. */
export const spreadText = (median: number, eighty: number): string =>
  median === eighty
    ? `八成${withinText(eighty)}办结`
    : `一半${withinText(median)}办结，八成${withinText(eighty)}办结`
