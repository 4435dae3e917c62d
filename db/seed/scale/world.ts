import type { DocumentRow } from '#db/queries/documents'
import { today } from '#lib/clock'
import type { PersonFacts } from '#lib/collection/field'
import type { Collector } from './batch.ts'
import type { Random } from './random.ts'

/** What every life of the crowd is lived among. */
export interface World {
  readonly random: Random
  readonly writer: Collector
  readonly now: Date
  readonly notice: string
  readonly county: (code: string) => { readonly code: string; readonly name: string }
  /** A sealed picture for each slot, `personal.photo`, shared by all. */
  readonly pictures: Readonly<Record<string, DocumentRow>>
}

export interface Person extends PersonFacts {
  readonly id: string
}

export const MINUTE = 60_000
export const DAY = 1440 * MINUTE
export const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

/** The id under which an office's decisions are made; nobody can sign in as them. */
export const reviewerOf = (office: string) => `reviewer${office}`

const SHANGHAI = 8 * 60 * MINUTE
const days = new Map<number, string>()

/** `today` of the clock, asked once for each day: a million lives fall on few. */
export function dayOf(at: Date): string {
  const nth = Math.floor((at.getTime() + SHANGHAI) / DAY)
  const known = days.get(nth) ?? today(at)
  days.set(nth, known)
  return known
}
