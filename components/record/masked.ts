/**
 * A number as lists show it, in groups that do not break inside: the ends are kept, stars stand for the rest.
 * An identity number keeps 3 and 4 signs (18 signs: 6-8-4), a mobile number 3 and 4.
 */
export function masked(kind: 'idNumber' | 'mobile', text: string): string[] {
  const signs = [...text]
  if (signs.length <= 4) return ['*'.repeat(signs.length)]
  const head = signs.slice(0, Math.min(3, signs.length - 4)).join('')
  const tail = signs.slice(-4).join('')
  const hidden = signs.length - 4 - head.length
  if (kind === 'idNumber' && signs.length === 18) return [`${head}***`, '*'.repeat(8), tail]
  return [head + '*'.repeat(hidden) + tail]
}
