import { and, eq, inArray, isNull } from 'drizzle-orm'
import { today } from '#lib/clock'
import * as machine from '#lib/collection/application'
import { CollectionError } from '#lib/collection/errors'
import type { Answers, PersonFacts, Raw } from '#lib/collection/field'
import { EVERYTHING, openedByChange } from '#lib/collection/opening'
import { blocking, rawOf } from '#lib/collection/parse'
import { picturesIn, present, rowKey } from '#lib/collection/present'
import { promote } from '#lib/collection/promote'
import type { Dossier } from '#lib/collection/rule'
import { longestYears } from '#lib/collection/rules/accounting-years'
import type { Entry } from '#lib/collection/step'
import { LISTS, STEPS } from '#lib/collection/steps/index'
import { newId } from '#lib/protect/ids'
import { documents, draftPictures, people, submissionDocuments } from '../schema.ts'
import type { Db } from '../store.ts'
import {
  type ApplicationRow,
  findOpenApplication,
  insertApplication,
  moveApplication,
  removeApplication,
  toApplication,
} from './applications.ts'
import { eraseWords } from './decisions.ts'
import { copyPictures, dropWorkingCopies } from './documents.ts'
import { removeDraft, saveEntry, saveStep } from './drafts.ts'
import type { Happening } from './events.ts'
import { attentionOf, findFindings } from './findings.ts'
import { removeNumberMarks, writeNumberMarks } from './number-marks.ts'
import { officeInCharge, officeInChargeId } from './offices.ts'
import { findWorkspace, openingColumns } from './own.ts'
import { lockPerson } from './people.ts'
import { freeReceiptNumber } from './receipts.ts'
import { findRecordInForce } from './records.ts'
import { eraseSubmissions, findSubmission, insertSubmission } from './submissions.ts'

/** Who acts, from where, when. */
export interface Acting {
  readonly person: PersonFacts & { readonly id: string }
  /** The session's row id, for the save marks. */
  readonly session: string
  readonly now: Date
}

const byApplicant = (acting: Acting) => ({
  at: acting.now,
  actorId: acting.person.id,
  role: 'applicant' as const,
  personId: acting.person.id,
})

async function nameColumns(tx: Db, personId: string) {
  const [person] = await tx
    .select({ name: people.name, namePinyin: people.namePinyin, nameInitials: people.nameInitials })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) throw new Error('An application was started for a person who is not in the store.')
  return person
}

/**
 * Starts the first collection at the office of the county, with the scope answers as typed.
 * @returns the application's id
 * @throws CollectionError `recordExists`, `applicationOpen`, `consentMissing`
 */
export async function startApplication(
  tx: Db,
  acting: Acting,
  input: { officeId: string; scope: Raw; consented: boolean },
): Promise<string> {
  const { person, now, session } = acting
  await lockPerson(tx, person.id)
  const moved = machine.start({
    id: newId(),
    personId: person.id,
    officeId: input.officeId,
    kind: 'first',
    hasRecord: (await findRecordInForce(tx, person.id)) !== undefined,
    hasOpen: (await findOpenApplication(tx, person.id)) !== undefined,
    consented: input.consented,
  })
  await insertApplication(
    tx,
    moved,
    {
      ...(await nameColumns(tx, person.id)),
      ...openingColumns(EVERYTHING),
      savedAt: now,
      unitName: '',
      targetExam: input.scope.targetExam?.[0] ?? 'none',
      flags: '',
    },
    byApplicant(acting),
  )
  await saveStep(tx, {
    applicationId: moved.next.id,
    step: 'scope',
    raw: input.scope,
    version: 0,
    session,
    now,
  })
  return moved.next.id
}

/** D6: a blank number of years means the longest; the submission freezes it. */
function frozen(dossier: Dossier, date: string): Dossier {
  const { accountingStartDate, accountingYears } = dossier.employment
  if (!accountingStartDate || accountingYears !== undefined) return dossier
  return {
    ...dossier,
    employment: { ...dossier.employment, accountingYears: longestYears(accountingStartDate, date) },
  }
}

/**
 * Submits the open application: snapshot, receipt number, promoted columns, event and counters together.
 * A second press finds it submitted and changes nothing (case 58). `dropped` are the keys of working
 * copies, to be deleted once the transaction has been committed.
 * @throws CollectionError `notOpen`, `stale` (the revision shown is old), `blocked`, `declarationMissing`
 */
export async function submitApplication(
  tx: Db,
  acting: Acting,
  input: { revision: number; declared: boolean },
): Promise<{ applicationId: string; already: boolean; dropped: string[] }> {
  const { person, now } = acting
  await lockPerson(tx, person.id)
  const work = await findWorkspace(tx, person, now)
  if (!work) throw new CollectionError('notOpen')
  if (work.row.status === 'submitted') return { applicationId: work.row.id, already: true, dropped: [] }
  const submitted = machine.submit(work.application, {
    now,
    revision: input.revision,
    declared: input.declared,
    blocking: blocking(work.reading.issues).length,
  })
  // The office may have been closed since the draft was last saved.
  const officeId = await officeInChargeId(tx, work.row.officeId)
  const moved = { ...submitted, next: { ...submitted.next, officeId } }
  const dossier = frozen(work.reading.dossier, today(now))
  const rows = present(dossier, work.reading.facts)
  const promoted = promote(dossier)
  const snapshot = {
    dossier,
    facts: work.reading.facts,
    rows,
    warnings: work.reading.issues.flatMap((i) =>
      i.level === 'warning'
        ? [{ key: rowKey(i.part, i.field ?? '', i.item), code: i.code, message: i.message }]
        : [],
    ),
  }
  const findings = await findFindings(tx, work.row, moved.next.submissions, snapshot)
  await moveApplication(tx, work.application, moved, byApplicant(acting), {
    receiptNumber: work.row.receiptNumber ?? (await freeReceiptNumber(tx, today(now))),
    unitName: promoted.unitName,
    targetExam: promoted.targetExam,
    flags: attentionOf(snapshot, findings).join(','),
  })
  await writeNumberMarks(tx, work.row, dossier)
  await insertSubmission(
    tx,
    {
      id: newId(),
      applicationId: work.row.id,
      n: moved.next.submissions,
      officeId,
      submittedAt: now,
      snapshot,
    },
    picturesIn(rows).map((p) => p.picture.documentId),
  )
  const dropped = await dropWorkingCopies(tx, work.row.id)
  return { applicationId: work.row.id, already: false, dropped }
}

/** Takes a submitted application back to draft (D12). @throws CollectionError `claimedByOther`, `stale`, `notOpen` */
export async function withdrawApplication(tx: Db, acting: Acting, version: number): Promise<void> {
  await lockPerson(tx, acting.person.id)
  const row = await findOpenApplication(tx, acting.person.id)
  if (!row) throw new CollectionError('notOpen')
  const before = toApplication(row)
  const moved = machine.withdraw(before, { now: acting.now, version })
  await moveApplication(tx, before, moved, byApplicant(acting))
}

/**
 * Deletes a draft with its answers and pictures (D12); the record, if any, is untouched.
 * @returns the keys of stored objects to delete once the transaction has been committed
 */
export async function discardApplication(tx: Db, acting: Acting): Promise<string[]> {
  await lockPerson(tx, acting.person.id)
  const row = await findOpenApplication(tx, acting.person.id)
  if (!row) throw new CollectionError('notOpen')
  return discardDraft(tx, row, byApplicant(acting))
}

/**
 * The same for a row that has just been read, by whomever the happening names; its person is locked.
 * @returns the keys of stored objects to delete once the transaction has been committed
 * @throws CollectionError `notOpen`, `stale`
 */
export async function discardDraft(
  tx: Db,
  row: ApplicationRow,
  happening: Omit<Happening, 'verb' | 'applicationId'>,
): Promise<string[]> {
  const before = toApplication(row)
  const moved = machine.discard(before)
  const slots = await tx.select().from(draftPictures).where(eq(draftPictures.applicationId, row.id))
  await removeApplication(tx, before, moved, happening)
  await removeDraft(tx, row.id)
  await removeNumberMarks(tx, row.id)
  // What was submitted and withdrawn goes too: nobody has approved it.
  await eraseSubmissions(tx, row.id)
  await eraseWords(tx, row.id)
  const orphans = await removeUnheldDocuments(tx, row.personId)
  return [...orphans, ...slots.flatMap((s) => (s.workBlobKey ? [s.workBlobKey] : []))]
}

/** Removes the person's documents that neither a snapshot nor a draft holds; returns their object keys. */
async function removeUnheldDocuments(tx: Db, personId: string): Promise<string[]> {
  const unheld = await tx
    .select({ id: documents.id, blobKey: documents.blobKey })
    .from(documents)
    .leftJoin(submissionDocuments, eq(submissionDocuments.documentId, documents.id))
    .leftJoin(draftPictures, eq(draftPictures.documentId, documents.id))
    .where(
      and(
        eq(documents.personId, personId),
        isNull(submissionDocuments.documentId),
        isNull(draftPictures.documentId),
      ),
    )
  if (unheld.length > 0) {
    await tx.delete(documents).where(
      inArray(
        documents.id,
        unheld.map((d) => d.id),
      ),
    )
  }
  return unheld.map((d) => d.blobKey)
}

/**
 * Opens a change of the record in force: a draft prefilled from it, with the chosen parts open (D13).
 * @throws CollectionError `notOpen` without a record, `applicationOpen`, `consentMissing`
 */
export async function startChange(
  tx: Db,
  acting: Acting,
  input: { parts: readonly string[]; consented: boolean },
): Promise<string> {
  const { person, now, session } = acting
  await lockPerson(tx, person.id)
  const record = await findRecordInForce(tx, person.id)
  const base = record && (await findSubmission(tx, record.submissionId))
  const office = record && (await officeInCharge(tx, record.officeId))
  if (!record || !base || !office) throw new CollectionError('notOpen')
  const moved = machine.start({
    id: newId(),
    personId: person.id,
    officeId: office.id,
    kind: 'change',
    hasRecord: true,
    hasOpen: (await findOpenApplication(tx, person.id)) !== undefined,
    consented: input.consented,
  })
  const applicationId = moved.next.id
  const { dossier } = base.snapshot
  await insertApplication(
    tx,
    moved,
    {
      ...(await nameColumns(tx, person.id)),
      ...openingColumns(openedByChange(input.parts)),
      savedAt: now,
      ...promote(dossier),
      flags: promote(dossier).flags.join(','),
    },
    { ...byApplicant(acting), facts: { parts: input.parts.join(',') } },
  )
  const saving = { applicationId, session, now, version: 0 }
  for (const step of STEPS) {
    const id = step.id as 'scope' | 'personal' | 'education' | 'employment'
    await saveStep(tx, { ...saving, step: id, raw: rawOf(step, dossier[id] as Answers) })
  }
  for (const list of LISTS) {
    for (const entry of dossier[list.id] as readonly Entry[]) {
      await saveEntry(tx, { ...saving, id: entry.id, list: list.id, raw: rawOf(list, entry.answers) })
    }
  }
  await copyPictures(tx, record.applicationId, applicationId, now)
  return applicationId
}
