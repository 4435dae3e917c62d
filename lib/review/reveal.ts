/** Why somebody who does not hold an application sees its numbers in full: a code, so that the trail holds no text. */
export const REVEAL_REASONS: Readonly<Record<string, string>> = {
  phone: '电话联系申请人',
  correct: '核对、更正信息',
  inspect: '监督检查',
}

export const isRevealReason = (text: string): boolean => Object.hasOwn(REVEAL_REASONS, text)

/** Milliseconds that they stay in full on the page. */
export const REVEAL_MS = 5 * 60_000

/** Reveals of one person in an hour. */
export const MOST_REVEALS = 60
