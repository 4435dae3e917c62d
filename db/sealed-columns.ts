import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { blobContext } from '#lib/documents/sealed'
import type { Purpose } from '#lib/protect/keyring'
import { commentContext, replyContext, textContext } from './queries/decisions.ts'
import { pictureContext } from './queries/documents.ts'
import { entryContext, stepContext } from './queries/drafts.ts'
import { heldContext } from './queries/held.ts'
import { accountContext, keyContext, ticketContext } from './queries/idp.ts'
import { messageContext, SEAL_LENGTH } from './queries/outbox.ts'
import { personContext } from './queries/people.ts'
import { idTokenContext } from './queries/sessions.ts'
import { submissionContext } from './queries/submissions.ts'
import * as schema from './schema.ts'

/** A row of any table. */
export type Row = Readonly<Record<string, unknown>>

/** A column whose values are sealed, with all that is needed to seal them again. */
export interface SealedColumn {
  /** `people.sealed` */
  readonly name: string
  readonly table: SQLiteTable
  /** Fields of the primary key. */
  readonly ids: readonly string[]
  readonly field: string
  readonly context: (row: Row) => string
  readonly purpose: Purpose
  /** Bytes that stand before the sealed value. */
  readonly head: number
}

type Field<T extends SQLiteTable> = keyof T['$inferSelect'] & string

function sealed<T extends SQLiteTable>(
  table: T,
  ids: readonly Field<T>[],
  field: Field<T>,
  context: (row: T['$inferSelect']) => string,
  more: { readonly purpose?: Purpose; readonly head?: number } = {},
): SealedColumn {
  const { purpose = 'field', head = 0 } = more
  const name = `${getTableName(table)}.${field}`
  return { name, table, ids, field, context: (row) => context(row as T['$inferSelect']), purpose, head }
}

const FILE = { purpose: 'file' } as const

/**
 * Every column whose values are sealed. Of pictures it is the key of the object that is sealed; the object itself is
 * not touched when keys are rotated.
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  sealed(schema.people, ['id'], 'sealed', ({ id }) => personContext(id)),
  sealed(schema.sessions, ['id'], 'idToken', ({ id }) => idTokenContext(id)),
  sealed(schema.draftSteps, ['applicationId', 'step'], 'sealed', (row) =>
    stepContext(row.applicationId, row.step),
  ),
  sealed(schema.draftEntries, ['applicationId', 'id'], 'sealed', (row) =>
    entryContext(row.applicationId, row.id),
  ),
  sealed(schema.draftPictures, ['applicationId', 'owner', 'slot'], 'sealed', pictureContext),
  sealed(
    schema.draftPictures,
    ['applicationId', 'owner', 'slot'],
    'workWrappedKey',
    ({ workBlobKey }) => blobContext(workBlobKey ?? ''),
    FILE,
  ),
  sealed(schema.documents, ['id'], 'wrappedKey', ({ blobKey }) => blobContext(blobKey), FILE),
  sealed(schema.submissions, ['id'], 'sealed', ({ id }) => submissionContext(id)),
  sealed(schema.decisions, ['id'], 'sealed', ({ id }) => textContext(id)),
  sealed(schema.comments, ['id'], 'sealed', ({ id }) => commentContext(id)),
  sealed(schema.comments, ['id'], 'reply', ({ id }) => replyContext(id)),
  sealed(schema.heldForms, ['id'], 'sealed', ({ id }) => heldContext(id)),
  sealed(schema.outbox, ['id'], 'sealed', (row) => messageContext(row.sealed), { head: SEAL_LENGTH }),
  sealed(schema.idpAccounts, ['sub'], 'sealed', ({ sub }) => accountContext(sub)),
  sealed(schema.idpTickets, ['id'], 'sealed', ({ id }) => ticketContext(id)),
  sealed(schema.idpKeys, ['id'], 'sealed', ({ id }) => keyContext(id)),
]

/** Bytes that begin with the id of the key they were made with, and stay as they are: the chain of the trail. */
export const MACS: readonly { readonly table: SQLiteTable; readonly field: string }[] = [
  { table: schema.events, field: 'mac' },
  { table: schema.auditStart, field: 'mac' },
  { table: schema.auditHeads, field: 'mac' },
]

/**
 * What is sealed inside the facts of an event, in base64: verb and fact. An event is never changed, so that these
 * stay under the key of their day.
 */
export const SEALED_FACTS: readonly (readonly [verb: string, fact: string])[] = [
  ['forward', 'note'],
  ['export', 'sealed'],
]
