import { DEMO_PEOPLE } from '../people.ts'
import { countyOf } from './counties.ts'
import { isTaken, NUMBERS_PER_COUNTY } from './person.ts'
import { randomOf } from './random.ts'

/** Lives that are made and written together: about five megabytes. */
export const TOGETHER = 500

/** A batch to be made: who lives where. A batch depends on nothing else, so that any thread may make it. */
export interface Plan {
  /** 0 for the first. */
  readonly batch: number
  /** How many people come before these. */
  readonly before: number
  /** A county for each, and the number of its numbers that is theirs. */
  readonly places: readonly { readonly office: string; readonly nth: number }[]
}

/** How many people there are, and in which county if not in all of them. */
export interface Spread {
  readonly people: number
  readonly seed: number
  readonly county?: string | undefined
}

/** Spreads people over the counties, the same way for the same seed. @throws when a county has too many */
export function* plansOf({ people, seed, county }: Spread): Generator<Plan> {
  if (county && people > NUMBERS_PER_COUNTY - DEMO_PEOPLE.length)
    throw new Error(`A county holds no more than ${NUMBERS_PER_COUNTY - DEMO_PEOPLE.length}.`)
  const random = randomOf(seed)
  const inCounty = new Map<string, number>()
  const place = () => {
    for (;;) {
      const office = county ?? countyOf(random)
      const nth = inCounty.get(office) ?? 0
      if (nth >= NUMBERS_PER_COUNTY) continue
      inCounty.set(office, nth + 1)
      if (!isTaken(office, nth)) return { office, nth }
    }
  }
  for (let batch = 0, before = 0; before < people; batch++, before += TOGETHER) {
    yield { batch, before, places: Array.from({ length: Math.min(TOGETHER, people - before) }, place) }
  }
}
