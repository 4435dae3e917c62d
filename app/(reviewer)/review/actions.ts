'use server'

import { redirect } from 'next/navigation'
import { findPeopleByIndex, idIndexOf, mobileIndexOf } from '#db/queries/people'
import { listQueue } from '#db/queries/queue'
import { store } from '#db/store'
import { now, today } from '#lib/clock'
import { ID_TYPE } from '#lib/collection/codes/national'
import { textPairs } from '#lib/forms'
import { hold } from '#lib/identity/held'
import { requireStaff } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { filterParams, isNumberLike, readFilter } from '#lib/review/filter'

/** Every index under which a typed number may be kept: as a mobile, or as a number of each ID type. */
const indicesOf = (typed: string): string[] => [
  mobileIndexOf(typed),
  ...ID_TYPE.map((type) => idIndexOf(type.value, typed)),
]

/** Days are handed on as typed, so that the page can say which one is no day. */
const typedDays = (posted: Readonly<Record<string, string>>) => ({
  from: posted.from?.trim() || undefined,
  to: posted.to?.trim() || undefined,
})

/** Filters by the address; finds a number without it: numbers never stand in an address. */
export async function searchAction(form: FormData): Promise<void> {
  const session = await requireStaff(paths.queue, form)
  const posted = Object.fromEntries(textPairs(form))
  const q = (posted.q ?? '').trim()
  if (!isNumberLike(q)) {
    redirect(withQuery(paths.queue, { ...filterParams(readFilter(posted)), ...typedDays(posted) }))
  }
  const { read } = await store()
  const at = now()
  const people = await findPeopleByIndex(read, indicesOf(q))
  const asked = { today: today(at), personIds: people }
  const found = await listQueue(read, session.officeIds, readFilter({ status: 'all' }), asked)
  const [only, second] = found.rows
  if (!only) redirect(withQuery(paths.queue, { missing: '1' }))
  if (!second) redirect(paths.application(only.id))
  const owner = `person:${session.person.id}` as const
  const find = await hold({ owner, path: paths.queue, values: [], issues: people }, at)
  redirect(withQuery(paths.queue, { find }))
}
