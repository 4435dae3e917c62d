const RESIDENT_CARD = '111'

const stars = (points: readonly string[], head: number, tail: number): string =>
  points.length <= head + tail
    ? '*'.repeat(points.length)
    : [
        ...points.slice(0, head),
        '*'.repeat(points.length - head - tail),
        ...points.slice(points.length - tail),
      ].join('')

/** `410***********9973`; other ID types show the first character and the last three. */
export const maskIdNumber = (idType: string, number: string): string =>
  idType === RESIDENT_CARD ? stars([...number], 3, 4) : stars([...number], 1, 3)

/** `138****0001`. */
export const maskMobile = (mobile: string): string => stars([...mobile], 3, 4)

/** `张*`, for lists that show people to others. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return `${first}${'*'.repeat(rest.length)}`
}
