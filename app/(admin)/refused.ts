import { redirect } from 'next/navigation'
import type { Typed } from '#components/admin/typed-field'
import { now } from '#lib/clock'
import { textPairs } from '#lib/forms'
import { hold, type Pairs, takeHeld } from '#lib/identity/held'
import type { Session } from '#lib/identity/session'
import { withQuery } from '#lib/paths'

/** A refused form as it is printed again. */
export interface Refused extends Typed {
  readonly pairs: Pairs
}

/** Keeps what was typed for its owner (house 4.9). @returns its id for an address; nothing when it is too much */
export const keep = (
  session: Session,
  path: string,
  form: FormData,
  issues: Typed['errors'] = [],
): Promise<string | undefined> =>
  hold({ owner: `person:${session.person.id}`, path, values: textPairs(form), issues }, now())

/** The same, and leads back to the page that says what is wrong. */
export async function refuse(
  session: Session,
  path: string,
  form: FormData,
  issues: Typed['errors'],
): Promise<never> {
  redirect(withQuery(path, { held: await keep(session, path, form, issues) }))
}

/** The refused form of this page that the address names, or nothing. */
export async function refusedForm(
  session: Session,
  path: string,
  id: string | undefined,
): Promise<Refused | undefined> {
  const held = await takeHeld(id, `person:${session.person.id}`, now())
  if (!held || held.path !== path) return undefined
  return {
    pairs: held.values,
    values: Object.fromEntries(held.values),
    // A form that was kept over a sign-in or a release has not been looked at yet.
    errors: Array.isArray(held.issues) ? (held.issues as Typed['errors']) : [],
  }
}

/** The title of a page, which begins with 错误： when a form was refused (contract section 4). */
export const titled = (title: string, refused: Typed | undefined): string =>
  `${refused && refused.errors.length > 0 ? '错误：' : ''}${title}`
