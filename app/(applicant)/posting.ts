import { redirect } from 'next/navigation'
import type { Acting } from '#db/queries/collect'
import type { Posted } from '#db/queries/saving'
import { now } from '#lib/clock'
import { CollectionError } from '#lib/collection/errors'
import type { Raw } from '#lib/collection/field'
import { scalar, textPairs } from '#lib/forms'
import { hold, takeHeld } from '#lib/identity/held'
import { RELEASED } from '#lib/identity/hold-posted'
import { requireApplicant } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'

/** Who posts. An expired session keeps the form for its owner and goes by the sign-in (contract section 6). */
export async function acting(path: string, form: FormData): Promise<Acting> {
  const session = await requireApplicant(path, form)
  return { person: session.person, session: session.sid, now: now() }
}

/** A posted step or entry with what the form knew of the store. */
export const postedOf = (form: FormData): Posted => ({
  pairs: textPairs(form),
  version: Number.parseInt(scalar(form, 'version'), 10) || 0,
  shown: scalar(form, 'shown'),
  strict: scalar(form, 'overtaken') !== '',
})

/** Keeps a refused form for its owner and leads to the page that prints it (house 4.9). */
export async function holdFor(by: Acting, path: string, posted: Posted, issues?: unknown): Promise<never> {
  const held = await hold({ owner: `person:${by.person.id}`, path, values: posted.pairs, issues }, by.now)
  redirect(withQuery(path, { held }))
}

/** What a held form adds to a page. */
export interface Held {
  readonly raw: Raw
  /** Controls whose stored value the form had never seen. */
  readonly stale: readonly string[]
  /** The form was from before a release. */
  readonly released: boolean
}

/** The held form of this page, by its owner. */
export async function heldFor(personId: string, id: string | undefined, at: Date): Promise<Held | undefined> {
  const held = await takeHeld(id, `person:${personId}`, at)
  if (!held) return undefined
  const raw: Record<string, string[]> = {}
  for (const [name, value] of held.values) raw[name] = [...(raw[name] ?? []), value]
  const stale = Array.isArray(held.issues) ? held.issues.map(String) : []
  return { raw, stale, released: held.issues === RELEASED }
}

/** Runs a write; a refusal of the domain leads back to the task list, which says why. */
export async function orTaskList<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error
    redirect(withQuery(paths.tasks, { done: error.code }))
  }
}
