/** How many signs stay readable at each end: resident cards (18 signs) and mobiles 3 and 4, others 1 and 3. */
const endsOf = (kind: 'idNumber' | 'mobile', length: number) =>
  kind === 'mobile' || length === 18 ? { head: 3, tail: 4 } : { head: 1, tail: 3 }

/** A number as lists show it, stars for the middle, in groups that do not break inside (18 signs: 6-8-4). */
export function masked(kind: 'idNumber' | 'mobile', text: string): string[] {
  const signs = [...text]
  const { head, tail } = endsOf(kind, signs.length)
  const hidden = signs.length - head - tail
  if (hidden <= 0) return ['*'.repeat(signs.length)]
  const [front, back] = [signs.slice(0, head).join(''), signs.slice(-tail).join('')]
  if (signs.length === 18) return [`${front}***`, '*'.repeat(8), back]
  return [front + '*'.repeat(hidden) + back]
}
