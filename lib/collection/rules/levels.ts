import type { Dossier } from '../rule.ts'

const ORDER = ['junior', 'intermediate', 'deputySenior', 'senior'] as const
const TITLE_NEEDS: Readonly<Record<string, (typeof ORDER)[number]>> = {
  assistant: 'junior',
  accountant: 'intermediate',
  senior: 'deputySenior',
  fullSenior: 'senior',
}

/** Rank of a qualification level; −1 for none. */
export const rankOf = (level: string | undefined): number => ORDER.indexOf(level as (typeof ORDER)[number])

/** The level that a title needs (V-TITLE). */
export const levelFor = (title: string): string | undefined => TITLE_NEEDS[title]

/** The highest title that a level is enough for; nothing for no level. */
export const titleFor = (level: string): string | undefined =>
  Object.entries(TITLE_NEEDS).find(([, needed]) => needed === level)?.[0]

/** The best level among the entries of one series. */
export function bestLevel(qualifications: Dossier['qualifications'], series: string): string | undefined {
  const ranks = qualifications.filter((e) => e.answers.series === series).map((e) => rankOf(e.answers.level))
  const best = Math.max(-1, ...ranks)
  return best < 0 ? undefined : ORDER[best]
}
