import type Database from 'better-sqlite3'
import { nameTermsOf, type Searchable, unitTermsOf } from '#db/queries/search'
import * as schema from '#db/schema'
import { queueCounts } from '#db/schema'
import { inserterFor } from './bulk.ts'

/** One statement a table that a life leaves rows in, and what the queue keeps beside them. */
export function writerOn(connection: Database.Database) {
  const into = {
    people: inserterFor(connection, schema.people),
    noticeOpenings: inserterFor(connection, schema.noticeOpenings),
    consents: inserterFor(connection, schema.consents),
    applications: inserterFor(connection, schema.applications),
    draftSteps: inserterFor(connection, schema.draftSteps),
    documents: inserterFor(connection, schema.documents),
    draftPictures: inserterFor(connection, schema.draftPictures),
    submissions: inserterFor(connection, schema.submissions),
    submissionDocuments: inserterFor(connection, schema.submissionDocuments),
    decisions: inserterFor(connection, schema.decisions),
    comments: inserterFor(connection, schema.comments),
    records: inserterFor(connection, schema.records),
    events: inserterFor(connection, schema.events),
  }
  const nameTerm = inserterFor(connection, schema.nameTerms)
  const unitTerm = inserterFor(connection, schema.unitTerms, 'on conflict do nothing')
  const counter = inserterFor(
    connection,
    queueCounts,
    'on conflict (office_id, status, kind) do update set n = n + excluded.n',
  )
  const units = new Set<string>()
  const counted = new Map<string, typeof queueCounts.$inferInsert>()

  return {
    into,
    /** The same rows as `indexSearch` writes. */
    indexed(row: Searchable): void {
      const { id, officeId, unitName } = row
      for (const term of nameTermsOf(row)) nameTerm({ officeId, term, applicationId: id })
      const unit = `${officeId} ${unitName}`
      if (units.has(unit)) return
      units.add(unit)
      for (const term of unitTermsOf(unitName)) unitTerm({ officeId, term, unitName })
    },
    counts(officeId: string, status: string, kind: string): void {
      const key = `${officeId} ${status} ${kind}`
      const cell = counted.get(key) ?? { officeId, status, kind, n: 0 }
      cell.n++
      counted.set(key, cell)
    },
    /** Moves the counters, inside the transaction whose rows they count. */
    settle(): void {
      for (const cell of counted.values()) counter(cell)
      counted.clear()
    },
  }
}

export type Writer = ReturnType<typeof writerOn>
