import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import * as schema from '#db/schema'

/** The tables in which the life of one of the crowd leaves rows, in the order in which they are written. */
export const CROWD_TABLES = {
  people: schema.people,
  noticeOpenings: schema.noticeOpenings,
  consents: schema.consents,
  applications: schema.applications,
  draftSteps: schema.draftSteps,
  draftEntries: schema.draftEntries,
  documents: schema.documents,
  draftPictures: schema.draftPictures,
  submissions: schema.submissions,
  submissionDocuments: schema.submissionDocuments,
  decisions: schema.decisions,
  comments: schema.comments,
  records: schema.records,
  events: schema.events,
  nameTerms: schema.nameTerms,
  unitTerms: schema.unitTerms,
  numberMarks: schema.numberMarks,
} as const

export type CrowdTable = keyof typeof CROWD_TABLES
export type RowOf<T extends CrowdTable> = (typeof CROWD_TABLES)[T]['$inferInsert']

/** The names of `CROWD_TABLES` in their order. */
export const CROWD_TABLE_NAMES = Object.keys(CROWD_TABLES) as CrowdTable[]

interface Column {
  /** As the schema calls it. */
  readonly key: string
  /** As the database calls it. */
  readonly name: string
  readonly bytes: boolean
  /** What the schema puts in where nothing is said. */
  readonly fallback: unknown
}

/** The columns of a table in the order of the schema. */
export const columnsOfTable = (table: Table): readonly Column[] =>
  Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: toSnakeCase(key),
    bytes: column.dataType === 'buffer',
    fallback: column.default ?? null,
  }))

export const nameOfTable = (table: Table): string => getTableName(table)
