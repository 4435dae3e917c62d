'use server'

import { notFound, redirect } from 'next/navigation'
import { acting, holdFor, orTaskList, postedOf } from '#applicant/posting.ts'
import { startApplication } from '#db/queries/collect'
import { hasConsentedNow } from '#db/queries/notices'
import { officesOfDivision } from '#db/queries/offices'
import { findWorkspace } from '#db/queries/own'
import { removeListEntry, saveAnswers, saveListEntry, saveScope } from '#db/queries/saving'
import { store } from '#db/store'
import { today } from '#lib/clock'
import { nextAfter } from '#lib/collection/journey'
import { blocking, issuesOf, readPart, valuesOf } from '#lib/collection/parse'
import { whereToCollect } from '#lib/collection/rules/scope-principle'
import type { ListName, PartId, StepId } from '#lib/collection/step'
import { isListName, isStepId, stepOf } from '#lib/collection/steps/index'
import { intentOf, scalar } from '#lib/forms'
import { paths, withQuery } from '#lib/paths'

const pathOf = (part: PartId | 'check') => (part === 'check' ? paths.check : paths.part(part))

/** Stores a step as typed; goes on only when the step is right (house 4.2). */
export async function saveStepAction(step: StepId, form: FormData): Promise<void> {
  if (!isStepId(step) || step === 'scope') notFound()
  const path = paths.step(step)
  const by = await acting(path, form)
  const posted = postedOf(form)
  const { write, read } = await store()
  const saved = await orTaskList(write((tx) => saveAnswers(tx, by, step, posted)))
  if (saved.outcome === 'stale') return holdFor(by, path, posted, saved.controls)
  if (saved.outcome === 'closed') redirect(withQuery(path, { done: 'closed' }))
  if (intentOf(form) === 'save') redirect(withQuery(paths.tasks, { done: 'saved' }))
  const work = await findWorkspace(read, by.person, by.now)
  const stopping = blocking(issuesOf(work?.reading.issues ?? [], step)).filter((i) => i.when === 'step')
  redirect(stopping.length > 0 ? withQuery(path, { check: '1' }) : pathOf(nextAfter(step)))
}

/** The scope step: decides whether and where to collect; answers that stop are not stored (D4). */
export async function saveScopeAction(form: FormData): Promise<void> {
  const path = paths.step('scope')
  const by = await acting(path, form)
  const posted = postedOf(form)
  const { write, read } = await store()
  const step = stepOf('scope')
  const raw = valuesOf(step, posted.pairs)
  const offices = await officesOfDivision(read, raw.collectionDivisionCode?.[0] ?? '')
  const { name, idType, idNumber, mobile } = by.person
  const { answers, issues } = readPart(
    step,
    raw,
    {},
    {
      today: today(by.now),
      person: { name, idType, idNumber, mobile },
      scope: {},
      offices: offices.map((o) => ({ value: o.id, label: o.name })),
    },
  )
  if (blocking(issues).length > 0) return holdFor(by, path, posted)
  const place = whereToCollect(answers)
  if ('stop' in place) redirect(paths.outOfScope(place.stop))
  const officeId = typeof answers.officeId === 'string' ? answers.officeId : (offices[0]?.id ?? '')
  const work = await findWorkspace(read, by.person, by.now)
  if (work) {
    const saved = await orTaskList(write((tx) => saveScope(tx, by, posted, officeId)))
    if (saved.outcome === 'stale') return holdFor(by, path, posted, saved.controls)
    if (saved.outcome === 'closed') redirect(withQuery(path, { done: 'closed' }))
  } else {
    const consented = await hasConsentedNow(read, by.person.id)
    await orTaskList(write((tx) => startApplication(tx, by, { officeId, scope: raw, consented })))
  }
  redirect(intentOf(form) === 'save' ? withQuery(paths.tasks, { done: 'saved' }) : paths.step('personal'))
}

/** Adds an entry, or stores it again; the id of a new one is made with its form, so that a second press adds nothing. */
export async function saveEntryAction(
  list: ListName,
  item: string | undefined,
  form: FormData,
): Promise<void> {
  if (!isListName(list)) notFound()
  const path = item ? paths.entry(list, item) : paths.newEntry(list)
  const by = await acting(path, form)
  const posted = postedOf(form)
  const { write, read } = await store()
  const saved = await orTaskList(
    write((tx) => saveListEntry(tx, by, list, item, scalar(form, 'entry'), posted)),
  )
  if (saved.outcome === 'stale') return holdFor(by, path, posted, saved.controls)
  if (saved.outcome === 'closed') redirect(withQuery(path, { done: 'closed' }))
  if (intentOf(form) === 'save') redirect(withQuery(paths.list(list), { done: 'saved' }))
  const work = await findWorkspace(read, by.person, by.now)
  const stopping = blocking(issuesOf(work?.reading.issues ?? [], list, saved.id)).filter(
    (i) => i.when === 'step',
  )
  redirect(
    stopping.length > 0
      ? withQuery(paths.entry(list, saved.id), { check: '1' })
      : withQuery(paths.list(list), { done: 'saved' }),
  )
}

/** Removes an entry with its pictures. */
export async function removeEntryAction(list: ListName, item: string, form: FormData): Promise<void> {
  if (!isListName(list)) notFound()
  const by = await acting(paths.removeEntry(list, item), form)
  const { write } = await store()
  await orTaskList(write((tx) => removeListEntry(tx, by, list, item)))
  redirect(withQuery(paths.list(list), { done: 'removed' }))
}
