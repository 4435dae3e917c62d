import { divisionName } from '#lib/collection/codes/divisions'
import type { PersonFacts } from '#lib/collection/field'
import { NOTICE_VERSION } from '#lib/notice'
import { type Batch, collector } from './batch.ts'
import { liveOf } from './life.ts'
import { personOf } from './person.ts'
import type { Plan } from './plan.ts'
import { randomOf } from './random.ts'
import { isTwin, twinOf } from './twins.ts'
import type { World } from './world.ts'

/** What the lives of a crowd are made from; the same again gives the same crowd. */
export interface Making {
  readonly seed: number
  readonly now: Date
  readonly pictures: World['pictures']
}

/** Far from one another, so that neighbouring batches share nothing. */
const STRIDE = 0x9e3779b1

/** @returns what makes the lives of a plan */
export function batchMaker({ seed, now, pictures }: Making): (plan: Plan) => Batch {
  const names = new Map<string, { code: string; name: string }>()
  const county = (code: string) => {
    const known = names.get(code) ?? { code, name: divisionName(code) }
    names.set(code, known)
    return known
  }
  const writer = collector()
  return ({ batch, before, places }) => {
    const random = randomOf(Math.imul(seed + 1, STRIDE) + batch * STRIDE, batch)
    const world: World = { random, writer, now, notice: NOTICE_VERSION, county, pictures }
    let last: PersonFacts | undefined
    for (const [index, { office, nth }] of places.entries()) {
      const overall = before + index
      const own = personOf(random, office, nth, overall)
      const facts = last && isTwin(overall) ? twinOf(last, own.mobile) : own
      liveOf(world, facts, office, overall)
      last = facts
    }
    return writer.take(places.length)
  }
}
