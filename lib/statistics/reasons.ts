import { newestReasons, type ReasonVersion } from '#lib/collection/reason-library'

/** How often an office gave a reason; the code is empty where only comments were written. */
export interface GivenReason {
  readonly officeId: string
  readonly code: string
  readonly n: number
}

/** How often a reason was given. */
export interface ReasonCount {
  readonly code: string
  readonly text: string
  readonly n: number
  /** Its share and that of all above it among the reasons given, 0–1. */
  readonly upTo: number
}

/** A return whose only words stand at fields. */
const COMMENTS_ONLY = '只写了批注'

interface Named {
  readonly key: string
  readonly text: string
}

/**
 * How a code reads now. Two offices may mean different things by the same code of their own, so that such
 * a one is kept apart and says whose it is.
 */
export function reasonNames(
  versions: readonly ReasonVersion[],
  officeName: (officeId: string) => string,
): (given: GivenReason) => Named {
  const titles = new Map(newestReasons(versions).map((v) => [`${v.officeId} ${v.code}`, v.title] as const))
  return ({ officeId, code }) => {
    if (code === '') return { key: '', text: COMMENTS_ONLY }
    const own = titles.get(`${officeId} ${code}`)
    if (own !== undefined) return { key: `${officeId} ${code}`, text: `${own}（${officeName(officeId)}）` }
    return { key: code, text: titles.get(` ${code}`) ?? code }
  }
}

/** Reasons, the most frequent first. A return may have several, so that they are more than the returns. */
export function rankReasons(
  given: readonly GivenReason[],
  nameOf: (given: GivenReason) => Named,
): ReasonCount[] {
  const sums = new Map<string, { code: string; text: string; n: number }>()
  for (const one of given) {
    const { key, text } = nameOf(one)
    const seen = sums.get(key)
    if (seen) seen.n += one.n
    else sums.set(key, { code: one.code, text, n: one.n })
  }
  const all = given.reduce((sum, one) => sum + one.n, 0)
  let above = 0
  return [...sums.entries()]
    .sort(([a, { n: more }], [b, { n: less }]) => less - more || (a < b ? -1 : 1))
    .map(([, reason]) => {
      above += reason.n
      return { ...reason, upTo: above / all }
    })
}
