/** A code as somebody types it: wide letters, small letters, with or without the hyphens. */
const GROUPS = /^([0-9A-Z]{4})([0-9A-Z]{4})([0-9A-Z]{4})$/

/** The code as the sheet prints it, `ACDE-FGHJ-3467`; nothing when it cannot be one. */
export function canonicalCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Dash_Punctuation}]/gu, '')
    .toUpperCase()
  return GROUPS.exec(plain)?.slice(1).join('-')
}
