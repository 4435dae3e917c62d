import { OTHER_REASON } from './codes/reasons.ts'

/** One version of a reason for a return, as the library keeps it. */
export interface ReasonVersion {
  /** Empty for the province's own. */
  readonly officeId: string
  readonly code: string
  readonly version: number
  /** What the applicant reads in the list of reasons. */
  readonly title: string
  /** The sentence offered to the reviewer, with placeholders. */
  readonly text: string
  /** Keys of the fields that it usually concerns; `LIST.FIELD` for every entry of a list. */
  readonly fields: readonly string[]
  readonly createdAt: Date
  readonly retiredAt: Date | undefined
}

const place = ({ officeId, code }: ReasonVersion) => `${officeId}\u0000${code}`
/** The province's before the office's, the free one at the end; shorter codes before longer ones. */
const rank = ({ officeId, code }: ReasonVersion) =>
  `${code === OTHER_REASON ? 2 : officeId === '' ? 0 : 1}${code.padStart(8)}`

/** The newest version of each reason, retired ones too, in the order in which the desk offers them. */
export function newestReasons(versions: readonly ReasonVersion[]): ReasonVersion[] {
  const newest = new Map<string, ReasonVersion>()
  for (const version of versions) {
    const seen = newest.get(place(version))
    if (!seen || seen.version < version.version) newest.set(place(version), version)
  }
  return [...newest.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

/** What a reviewer may choose from now. */
export const offeredReasons = (versions: readonly ReasonVersion[]): ReasonVersion[] =>
  newestReasons(versions).filter((reason) => reason.retiredAt === undefined)

/** How a decision called its reason: a text that was changed later does not change what it said. */
export function reasonTitleOf(
  versions: readonly ReasonVersion[],
  decision: { readonly officeId: string; readonly decidedAt: Date },
  code: string,
): string {
  const known = versions
    .filter((v) => v.code === code && (v.officeId === '' || v.officeId === decision.officeId))
    .sort((a, b) => b.version - a.version)
  return (known.find((v) => v.createdAt <= decision.decidedAt) ?? known.at(-1))?.title ?? code
}

/** What a sentence may leave open, and what stands there when it is used on a row. */
export const PLACEHOLDERS = {
  字段: '所批注的字段名，如“毕业院校”',
  所填: '申请人在这一项填的内容',
  办理单位: '审核单位的名称',
  电话: '审核单位的电话',
} as const
type Placeholder = keyof typeof PLACEHOLDERS

const PLACE = /[{｛]([^{}｛｝]*)[}｝]/g
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name)

/** The placeholders of a sentence that nothing would be put in for. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name.trim()).filter((n) => !isPlaceholder(n))),
]

/** The sentence with its placeholders filled; what is not known is left out. */
export const fillPlaceholders = (
  text: string,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): string =>
  text.replace(PLACE, (whole, name: string) => {
    const key = name.trim()
    return isPlaceholder(key) ? (values[key] ?? '') : whole
  })
