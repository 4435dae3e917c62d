'use server'

import { redirect } from 'next/navigation'
import { refuse } from '#admin/refused.ts'
import { findOffice } from '#db/queries/offices'
import { idIndexOf, personIdOf } from '#db/queries/people'
import { disableStaff, inviteStaff, listStaff } from '#db/queries/staff'
import { store } from '#db/store'
import { now, today } from '#lib/clock'
import { scalar } from '#lib/forms'
import { requireAdmin } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { readInvitation } from './invitation.ts'

const RESIDENT_CARD = '111'

/** Invites somebody by ID number; it takes effect at their next request, or at their first sign-in. */
export async function inviteAction(form: FormData): Promise<void> {
  const session = await requireAdmin(paths.adminStaff, form)
  const { person } = session
  const { read, write } = await store()
  const at = now()
  const officeId = scalar(form, 'officeId')
  const office = await findOffice(read, officeId)
  const typed = {
    name: scalar(form, 'name'),
    idNumber: scalar(form, 'idNumber'),
    role: scalar(form, 'role'),
    officeId,
  }
  const reading = readInvitation(typed, office?.closedAt ? undefined : office?.level, today(at))
  if ('errors' in reading) return refuse(session, paths.adminStaff, form, reading.errors)
  const { name, idNumber, role } = reading
  const idIndex = idIndexOf(RESIDENT_CARD, idNumber)
  await write(async (tx) => {
    const personId = await personIdOf(tx, idIndex)
    await inviteStaff(tx, { idIndex, name, role, officeId, ...(personId ? { personId } : {}) }, person.id, at)
  })
  redirect(withQuery(paths.adminStaff, { done: 'invited' }))
}

/** Takes a post away; one's own stays, so that the province is never without an administrator. */
export async function disableAction(form: FormData): Promise<void> {
  const { person } = await requireAdmin(paths.adminStaff, form)
  const { read, write } = await store()
  const post = (await listStaff(read)).find((row) => row.id === scalar(form, 'staffId'))
  if (!post || post.personId === person.id) redirect(paths.adminStaff)
  await write((tx) => disableStaff(tx, post.id, person.id, now()))
  redirect(withQuery(paths.adminStaff, { done: 'disabled' }))
}
