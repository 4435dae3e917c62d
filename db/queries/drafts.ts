import { and, asc, eq, max } from 'drizzle-orm'
import type { PictureRef, Raw } from '#lib/collection/field'
import type { DraftContent } from '#lib/collection/parse'
import { readFlags } from '#lib/collection/picture-flags'
import type { ListName, StepId } from '#lib/collection/step'
import { keyring } from '#lib/protect/current'
import { openJson, sealJson } from '#lib/protect/seal'
import { documents, draftEntries, draftPictures, draftSteps } from '../schema.ts'
import type { Db } from '../store.ts'

/** What a save is measured against: house 4.8. */
export interface SaveMark {
  readonly version: number
  /** The session that wrote it. */
  readonly savedBy: string
  readonly savedAt: Date
}

export interface Draft extends DraftContent {
  /** Step or entry id → its mark. */
  readonly marks: Readonly<Record<string, SaveMark>>
}

/** What a step of a draft is sealed under. */
export const stepContext = (applicationId: string, step: string) =>
  `draft_steps.sealed:${applicationId}:${step}`
export const entryContext = (applicationId: string, id: string) =>
  `draft_entries.sealed:${applicationId}:${id}`

/** The whole draft of an application, opened. */
export async function loadDraft(db: Db, applicationId: string): Promise<Draft> {
  const ring = keyring()
  const stepRows = await db.select().from(draftSteps).where(eq(draftSteps.applicationId, applicationId))
  const entryRows = await db
    .select()
    .from(draftEntries)
    .where(eq(draftEntries.applicationId, applicationId))
    .orderBy(asc(draftEntries.position))
  const steps: Partial<Record<StepId, Raw>> = {}
  const marks: Record<string, SaveMark> = {}
  for (const row of stepRows) {
    steps[row.step as StepId] = openJson<Raw>(ring, stepContext(applicationId, row.step), row.sealed)
    marks[row.step] = row
  }
  const entries = entryRows.map((row) => {
    marks[row.id] = row
    const raw = openJson<Raw>(ring, entryContext(applicationId, row.id), row.sealed)
    return { id: row.id, list: row.list as ListName, raw }
  })
  return { steps, entries, marks, pictures: await loadPictures(db, applicationId) }
}

async function loadPictures(db: Db, applicationId: string): Promise<DraftContent['pictures']> {
  const rows = await db
    .select({ owner: draftPictures.owner, slot: draftPictures.slot, document: documents })
    .from(draftPictures)
    .innerJoin(documents, eq(documents.id, draftPictures.documentId))
    .where(eq(draftPictures.applicationId, applicationId))
  const pictures: Record<string, Record<string, PictureRef>> = {}
  for (const { owner, slot, document } of rows) {
    const slots = pictures[owner] ?? {}
    slots[slot] = toPictureRef(document)
    pictures[owner] = slots
  }
  return pictures
}

/** A document row as the domain sees it. */
export const toPictureRef = (row: typeof documents.$inferSelect): PictureRef => ({
  documentId: row.id,
  digest: row.digest,
  width: row.width,
  height: row.height,
  bytes: row.bytes,
  flags: readFlags(row.flags),
})

interface Saving {
  readonly applicationId: string
  readonly raw: Raw
  /** The session that saves. */
  readonly session: string
  readonly now: Date
}

/** Stores what was typed in a step; the version moves on. */
export async function saveStep(tx: Db, saving: Saving & { step: StepId; version: number }): Promise<void> {
  const { applicationId, step } = saving
  const columns = {
    sealed: sealJson(keyring(), stepContext(applicationId, step), saving.raw),
    version: saving.version + 1,
    savedBy: saving.session,
    savedAt: saving.now,
  }
  await tx
    .insert(draftSteps)
    .values({ applicationId, step, ...columns })
    .onConflictDoUpdate({ target: [draftSteps.applicationId, draftSteps.step], set: columns })
}

/** Adds an entry at the end of its list, or stores an entry again. */
export async function saveEntry(
  tx: Db,
  saving: Saving & { id: string; list: ListName; version: number },
): Promise<void> {
  const { applicationId, id, list } = saving
  const [last] = await tx
    .select({ position: max(draftEntries.position) })
    .from(draftEntries)
    .where(eq(draftEntries.applicationId, applicationId))
  const columns = {
    sealed: sealJson(keyring(), entryContext(applicationId, id), saving.raw),
    version: saving.version + 1,
    savedBy: saving.session,
    savedAt: saving.now,
  }
  await tx
    .insert(draftEntries)
    .values({ applicationId, id, list, position: (last?.position ?? 0) + 1, ...columns })
    .onConflictDoUpdate({ target: [draftEntries.applicationId, draftEntries.id], set: columns })
}

/** Removes an entry with its pictures. */
export async function removeEntry(tx: Db, applicationId: string, id: string): Promise<void> {
  await tx
    .delete(draftPictures)
    .where(and(eq(draftPictures.applicationId, applicationId), eq(draftPictures.owner, id)))
  await tx
    .delete(draftEntries)
    .where(and(eq(draftEntries.applicationId, applicationId), eq(draftEntries.id, id)))
}

/** Removes a draft's answers and slots (discard, D12). Documents that only it held are swept with their bytes. */
export async function removeDraft(tx: Db, applicationId: string): Promise<void> {
  await tx.delete(draftSteps).where(eq(draftSteps.applicationId, applicationId))
  await tx.delete(draftEntries).where(eq(draftEntries.applicationId, applicationId))
  await tx.delete(draftPictures).where(eq(draftPictures.applicationId, applicationId))
}
