import { today } from '#lib/clock'
import { type Application, isEditable } from '#lib/collection/application'
import { sameAt } from '#lib/collection/diff'
import type { PersonFacts } from '#lib/collection/field'
import { type Task, tasksOf } from '#lib/collection/journey'
import type { Opening } from '#lib/collection/opening'
import { type DraftReading, readDraft } from '#lib/collection/parse'
import { present, type RowGroup, rowsByKey } from '#lib/collection/present'
import type { PartId } from '#lib/collection/step'
import type { Db } from '../store.ts'
import { type ApplicationRow, findOpenApplication, toApplication } from './applications.ts'
import { type Comment, type Decision, findLastReturn } from './decisions.ts'
import { type Draft, loadDraft } from './drafts.ts'
import { type Office, officeInCharge, officesOfDivision } from './offices.ts'
import { findRecordInForce, type RecordRow } from './records.ts'
import { findSubmission, type Submission } from './submissions.ts'

/** A reviewer's comment as the applicant sees it while mending. */
export interface OpenComment extends Comment {
  /** The field reads differently now; of an entry as a whole: anything in it does, or it is gone. */
  readonly mended: boolean
  /** What the field read when it was submitted; empty for an entry as a whole. */
  readonly was: string
}

/** An open application with everything its pages need, found through its owner. */
export interface Workspace {
  readonly row: ApplicationRow
  readonly application: Application
  readonly draft: Draft
  readonly reading: DraftReading
  readonly rows: readonly RowGroup[]
  readonly tasks: readonly Task[]
  readonly opening: Opening
  readonly office: Office | undefined
  /** The return that is being mended, newest first none. */
  readonly returned: Decision | undefined
  readonly comments: readonly OpenComment[]
  /** Of a change: the record in force that it starts from. */
  readonly base: Submission | undefined
}

export interface OwnCollection {
  readonly workspace: Workspace | undefined
  readonly record: RecordRow | undefined
}

const list = (joined: string) => (joined === '' ? [] : joined.split(','))

/** The stored opening of a row. */
const openingOf = (row: Pick<ApplicationRow, 'openParts' | 'openEntries'>): Opening => ({
  parts: list(row.openParts) as PartId[],
  entries: list(row.openEntries),
})

/** Columns of an opening. */
export const openingColumns = (opening: Opening) => ({
  openParts: opening.parts.join(','),
  openEntries: opening.entries.join(','),
})

function commentStates(
  returned: Decision | undefined,
  then: readonly RowGroup[],
  now: readonly RowGroup[],
): OpenComment[] {
  if (!returned) return []
  const before = rowsByKey(then)
  return returned.comments.map((comment) => ({
    ...comment,
    mended: !sameAt(comment.key, then, now),
    was: before.get(comment.key)?.text ?? '',
  }))
}

/** Reads a stored draft with the facts of its person. */
async function readStoredDraft(db: Db, draft: Draft, person: PersonFacts, now: Date): Promise<DraftReading> {
  const county = draft.steps.scope?.collectionDivisionCode?.[0]
  const offices = county ? await officesOfDivision(db, county) : []
  return readDraft(draft, {
    today: today(now),
    person: { name: person.name, idType: person.idType, idNumber: person.idNumber, mobile: person.mobile },
    offices: offices.map((o) => ({ value: o.id, label: o.name })),
  })
}

/** The open application of a person, or nothing. */
export async function findWorkspace(
  db: Db,
  person: PersonFacts & { readonly id: string },
  now: Date,
): Promise<Workspace | undefined> {
  const row = await findOpenApplication(db, person.id)
  if (!row) return undefined
  const draft = await loadDraft(db, row.id)
  const reading = await readStoredDraft(db, draft, person, now)
  const rows = present(reading.dossier, reading.facts)
  const returned = await findLastReturn(db, row.id)
  const then = returned ? await findSubmission(db, returned.submissionId) : undefined
  const comments = commentStates(returned, then?.snapshot.rows ?? [], rows)
  const record = row.kind === 'change' ? await findRecordInForce(db, person.id) : undefined
  const opening = openingOf(row)
  const unmended = comments.filter((c) => !c.mended && c.reply === '').map((c) => c.key)
  return {
    row,
    application: toApplication(row),
    draft,
    reading,
    rows,
    tasks: tasksOf(draft, reading, { opening, unmended }),
    opening,
    office: await officeInCharge(db, row.officeId),
    returned,
    comments,
    base: record ? await findSubmission(db, record.submissionId) : undefined,
  }
}

/** What a person has: an open application, a record in force, both, or neither. */
export async function findOwnCollection(
  db: Db,
  person: PersonFacts & { readonly id: string },
  now: Date,
): Promise<OwnCollection> {
  return { workspace: await findWorkspace(db, person, now), record: await findRecordInForce(db, person.id) }
}

/** Whether the applicant may change answers now. */
export const mayEdit = (workspace: Workspace): boolean => isEditable(workspace.application)
