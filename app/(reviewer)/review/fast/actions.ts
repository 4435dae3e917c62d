'use server'

import { redirect } from 'next/navigation'
import { approveInLane, laneRefusalOf, MOST_AT_ONCE } from '#db/queries/fast-lane'
import type { Reviewing, Seen } from '#db/queries/review'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { several } from '#lib/forms'
import { hold } from '#lib/identity/held'
import { requireReviewer } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import type { Result } from './results.ts'

/** `ID:VERSION` of a ticked application. */
function readPick(text: string): Seen | undefined {
  const [, id, version] = /^([0-9a-z]{1,40}):(\d{1,9})$/.exec(text) ?? []
  return id && version ? { id, version: Number(version) } : undefined
}

async function approveOne(by: Reviewing, seen: Seen): Promise<Result> {
  const { write } = await store()
  try {
    return { id: seen.id, refusal: await write((tx) => approveInLane(tx, by, seen)) }
  } catch (error) {
    const refusal = laneRefusalOf(error)
    if (!refusal) throw error
    return { id: seen.id, refusal }
  }
}

/** Approves the ticked ones, each in a transaction of its own; one that is refused stops no other. */
export async function approveManyAction(form: FormData): Promise<void> {
  const session = await requireReviewer(paths.fastLane, form)
  const picks = [...new Set(several(form, 'pick'))].flatMap((text) => readPick(text) ?? [])
  if (picks.length === 0) redirect(withQuery(paths.fastLane, { fault: 'none' }))
  if (picks.length > MOST_AT_ONCE) redirect(withQuery(paths.fastLane, { fault: 'many' }))
  const { person, officeIds } = session
  const by = { reviewer: person.id, reviewIds: officeIds, officeIds, now: now() }
  const results: Result[] = []
  for (const seen of picks) results.push(await approveOne(by, seen))
  const owner = `person:${person.id}` as const
  const done = await hold({ owner, path: paths.fastLane, values: [], issues: results }, by.now)
  redirect(withQuery(paths.fastLane, { done }))
}
