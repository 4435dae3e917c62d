import { events } from '../schema.ts'
import type { Db } from '../store.ts'

export type Role = 'applicant' | 'reviewer' | 'oversight' | 'administrator' | 'system'

/** What happened: ids and codes only, never personal data. */
export interface Happening {
  readonly at: Date
  readonly actorId: string
  readonly role: Role
  readonly verb: string
  readonly applicationId?: string
  readonly personId?: string
  readonly officeId?: string
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** Writes the event beside the change, in the same transaction. */
export async function recordEvent(tx: Db, happening: Happening): Promise<void> {
  const { facts, ...rest } = happening
  await tx.insert(events).values({ ...rest, facts: JSON.stringify(facts ?? {}) })
}

/** The province's administrator who changes something. */
export interface Administrator {
  readonly actorId: string
  readonly now: Date
}

/** Writes down what the administrator has done, as above. */
export const recordAdministration = (
  tx: Db,
  by: Administrator,
  what: Omit<Happening, 'at' | 'actorId' | 'role'>,
): Promise<void> => recordEvent(tx, { ...what, at: by.now, actorId: by.actorId, role: 'administrator' })
