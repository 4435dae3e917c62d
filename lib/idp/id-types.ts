/** ID types of the platform: code and name (domain, appendix A). */
export const ID_TYPES = [
  ['111', '居民身份证'],
  ['414', '普通护照'],
  ['516', '港澳居民来往内地通行证'],
  ['511', '台湾居民来往大陆通行证'],
  ['553', '外国人永久居留身份证'],
] as const

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'

/** Whether a resident ID number has the right length, a real date and the right check digit (GB 11643). */
export function isResidentNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return CHECK[sum % 11] === number[17]
}
