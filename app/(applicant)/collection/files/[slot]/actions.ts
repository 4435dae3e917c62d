'use server'

import { notFound, redirect } from 'next/navigation'
import { acting } from '#applicant/posting.ts'
import { readFrame, USUAL } from '#lib/collection/frame'
import { scalar } from '#lib/forms'
import { type Place, placeAt } from '#lib/uploads/slot'
import { type Outcome, type Rooms, remake, remove } from './flow.ts'
import { leadOn, pathOf, rooms } from './rooms.ts'

type Change = (rooms: Rooms, by: Awaited<ReturnType<typeof acting>>, place: Place) => Promise<Outcome>

async function change(place: Place | undefined, form: FormData, work: Change): Promise<never> {
  if (!place) notFound()
  const by = await acting(pathOf(place), form)
  const location = await leadOn(by, place, work(await rooms(), by, place))
  if (!location) notFound()
  redirect(location)
}

/** Keeps another frame of a portrait: one of the three, or the applicant's own as `x`, `y`, `width` (D7). */
export async function cropAction(list: string, item: string, slot: string, form: FormData): Promise<void> {
  const crop = USUAL.find((name) => name === scalar(form, 'crop')) ?? readFrame((name) => scalar(form, name))
  return change(placeAt(list, item, slot), form, (at, by, place) =>
    remake(at, by, place, crop ? { crop } : {}),
  )
}

/** Turns a picture a quarter: to the right, or to the left where `turn` is 270. */
export async function rotateAction(list: string, item: string, slot: string, form: FormData): Promise<void> {
  const turn = scalar(form, 'turn') === '270' ? 270 : 90
  return change(placeAt(list, item, slot), form, (at, by, place) => remake(at, by, place, { turn }))
}

/** Takes the picture out of its slot. */
export async function removeAction(list: string, item: string, slot: string, form: FormData): Promise<void> {
  return change(placeAt(list, item, slot), form, remove)
}
