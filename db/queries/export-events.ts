import { keyring } from '#lib/protect/current'
import { sealJson } from '#lib/protect/seal'
import { events } from '../schema.ts'
import type { Db } from '../store.ts'
import { recordEvent } from './events.ts'
import type { Exported } from './export.ts'

/** Who exports what. */
export interface ExportEvent {
  readonly id: string
  readonly at: Date
  readonly actorId: string
  readonly role: 'reviewer' | 'oversight'
  /** The post's office. */
  readonly officeId: string
}

/** What the filter and the purpose of an export are sealed under: a filter may hold a name. */
export const exportContext = (id: string) => `events.facts.export:${id}`

/** Writes down that an export begins: what, how much, why. */
export async function recordExport(
  tx: Db,
  { id, ...by }: ExportEvent,
  what: { table: string; format: string; full: boolean; count: number; filter: string; purpose: string },
): Promise<void> {
  const { filter, purpose, ...facts } = what
  const sealed = sealJson(keyring(), exportContext(id), { filter, purpose }).toString('base64')
  await recordEvent(tx, { ...by, verb: 'export', facts: { export: id, ...facts, sealed } })
}

/** Writes down how much of it was sent, and whether to the end. */
export async function recordExported(
  tx: Db,
  { id, ...by }: ExportEvent,
  sent: { applications: number; rows: number; whole: boolean },
): Promise<void> {
  await recordEvent(tx, { ...by, verb: 'exported', facts: { export: id, ...sent } })
}

/** Writes down for each person that their numbers were shown whole (D11). */
export async function recordReveals(
  tx: Db,
  by: ExportEvent,
  batch: readonly Exported[],
  at: Date,
): Promise<void> {
  const { actorId, role } = by
  const facts = JSON.stringify({ export: by.id })
  await tx.insert(events).values(
    batch.map(({ row }) => ({
      at,
      actorId,
      role,
      verb: 'reveal',
      applicationId: row.id,
      personId: row.personId,
      officeId: row.officeId,
      facts,
    })),
  )
}
