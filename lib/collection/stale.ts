import type { Raw } from './field.ts'

/** FNV-1a, 32 bit: enough to tell whether a value is the one the form showed; it guards nothing. */
function fnv(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}

const print = (raw: Raw, control: string) => fnv((raw[control] ?? []).join('\u0000'))

/** What a form shows, so that a later save can tell which values it never saw: `control:hash,…`. */
export function shownMark(raw: Raw, controls: Iterable<string>): string {
  return [...controls].map((control) => `${control}:${print(raw, control)}`).join(',')
}

/**
 * The controls whose stored value is neither what the form showed nor what it sends (house 4.8).
 * They only matter when the stored version is newer and was written by another session.
 */
export function staleControls(shown: string, stored: Raw, sent: Raw, controls: Iterable<string>): string[] {
  const marks = new Map(shown.split(',').map((pair) => pair.split(':') as [string, string]))
  return [...controls].filter((control) => {
    const now = print(stored, control)
    return marks.get(control) !== now && print(sent, control) !== now
  })
}
