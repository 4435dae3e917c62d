import { sql } from 'drizzle-orm'
import { bool, bytes, id, index, instant, int, primaryKey, table, text, uniqueIndex } from './dialect.ts'

// Every table, once, for both engines. Columns of type bytes that hold personal data are sealed
// (`lib/protect`); in clear stands only what the queue must filter, sort and show.

/** One row: the fingerprint of the key ring this store was made with. */
export const storeKeys = table('store_keys', {
  id: int().primaryKey(),
  fingerprint: text().notNull(),
  seededAt: instant(),
})

export const offices = table(
  'offices',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** GB/T 2260 code of the county, prefecture or province the office stands for (D3). */
    divisionCode: text().notNull(),
    /** `county`, `city` or `province`. */
    level: text().$type<'county' | 'city' | 'province'>().notNull(),
    /** Division code of the prefecture-level unit; the province's own for the province office. */
    cityCode: text().notNull(),
    phone: text().notNull(),
    address: text().notNull(),
    hours: text().notNull(),
    /** Whether its reviewers may use the fast lane. */
    fastLane: bool().notNull().default(false),
    /** A closed office keeps its row: histories name it. What it had moves to the successor. */
    closedAt: instant(),
    successorId: text(),
  },
  (t) => [index('offices_division').on(t.divisionCode), index('offices_city').on(t.cityCode, t.id)],
)

export const people = table(
  'people',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    namePinyin: text().notNull(),
    nameInitials: text().notNull(),
    idType: text().notNull(),
    /** Sealed {idNumber, mobile}. */
    sealed: bytes().notNull(),
    idIndex: text().notNull(),
    mobileIndex: text().notNull(),
    version: int().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('people_id_index').on(t.idIndex), index('people_mobile').on(t.mobileIndex)],
)

/** (issuer, sub) → person. */
export const identities = table(
  'identities',
  {
    issuer: text().notNull(),
    sub: text().notNull(),
    personId: text().notNull(),
    boundAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.sub] }), index('identities_person').on(t.personId)],
)

/** Invited by ID number, bound to a person at the first sign-in; roles add up. */
export const staff = table(
  'staff',
  {
    id: text().primaryKey(),
    idIndex: text().notNull(),
    name: text().notNull(),
    role: text().$type<'reviewer' | 'oversight' | 'administrator'>().notNull(),
    officeId: text().notNull(),
    personId: text(),
    invitedAt: instant().notNull(),
    disabledAt: instant(),
  },
  (t) => [index('staff_id_index').on(t.idIndex), index('staff_person').on(t.personId)],
)

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the id that the browser's token holds. */
    id: text().primaryKey(),
    personId: text().notNull(),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    endedAt: instant(),
    /** Sealed ID token, for the sign-out at the identity platform. */
    idToken: bytes(),
    device: text().notNull(),
  },
  (t) => [index('sessions_person').on(t.personId, t.createdAt), index('sessions_created').on(t.createdAt)],
)

export const notices = table('notices', {
  version: text().primaryKey(),
  publishedAt: instant().notNull(),
  /** JSON of the sections (`lib/notice`). */
  text: text().notNull().default('[]'),
})

/** The first showing of a notice version to a person: the 30 seconds count from here (R13). */
export const noticeOpenings = table(
  'notice_openings',
  { personId: text().notNull(), version: text().notNull(), openedAt: instant().notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.version] })],
)

export const consents = table(
  'consents',
  {
    personId: text().notNull(),
    version: text().notNull(),
    /** `consent` (R14) or `sensitiveConsent`. */
    kind: text().notNull(),
    consentedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.version, t.kind] })],
)

type Tried = 'claimUntil' | 'name' | 'namePinyin' | 'nameInitials' | 'unitName'

/**
 * What a walk of the queue tries row by row, for who is free and for a frequent name: as the last columns of
 * its indices, so that a row that is passed over is not looked up.
 */
const triedOnTheWay = <T extends Readonly<Record<Tried, unknown>>>(t: T): T[Tried][] => [
  t.claimUntil,
  t.name,
  t.namePinyin,
  t.nameInitials,
  t.unitName,
]

export const applications = table(
  'applications',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    kind: text().$type<'first' | 'change'>().notNull(),
    status: text().$type<'draft' | 'submitted' | 'returned' | 'approved'>().notNull(),
    version: int().notNull(),
    revision: int().notNull(),
    officeId: text().notNull(),
    claimHolder: text(),
    claimSince: instant(),
    claimUntil: instant(),
    submissions: int().notNull(),
    /** Set while submitted and after; the epoch before, so that keyset indices hold no NULL. */
    submittedAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: text(),
    savedAt: instant().notNull(),
    /** Comma-separated open parts and entries; see `lib/collection/opening`. */
    openParts: text().notNull(),
    openEntries: text().notNull(),
    /** `HN…`, from the first submission on. */
    receiptNumber: text(),
    /** What the queue shows and searches (`lib/collection/promote`). */
    name: text().notNull(),
    namePinyin: text().notNull(),
    nameInitials: text().notNull(),
    unitName: text().notNull(),
    targetExam: text().notNull(),
    flags: text().notNull(),
    /** State and kind as the queue's filter sees them, one equality for its index (`laneOf`). */
    lane: text().notNull(),
  },
  (t) => [
    index('applications_person').on(t.personId, t.status),
    // The queue: one office, one state, oldest first, page by key.
    index('applications_queue').on(t.officeId, t.status, t.submittedAt, t.id, ...triedOnTheWay(t)),
    // The same under the filters of kind and exam, which are always spelled out as equalities.
    index('applications_lane').on(t.officeId, t.lane, t.targetExam, t.submittedAt, t.id, ...triedOnTheWay(t)),
    // Those that the machine asks to look at, under the same filters (`flags=1`). With the flags themselves,
    // or their condition would be looked up in each row when they are counted.
    index('applications_flagged')
      .on(t.officeId, t.lane, t.targetExam, t.submittedAt, t.id, t.flags)
      .where(sql`${t.flags} <> ''`),
    // First submissions that wait and at which nothing was noticed: the fast lane.
    index('applications_clean')
      .on(t.officeId, t.submittedAt, t.id)
      .where(sql`${t.lane} = 'submitted.first' and ${t.flags} = ''`),
    index('applications_unit').on(t.officeId, t.unitName, t.id),
    index('applications_claim').on(t.claimHolder, t.claimUntil, t.status, t.officeId),
    uniqueIndex('applications_receipt').on(t.receiptNumber),
  ],
)

/**
 * Under which terms the queue finds a person's application: every suffix of the name, so that *contains*
 * is the range of one prefix, the pinyin and its initials (`queries/search`).
 */
export const nameTerms = table(
  'name_terms',
  { officeId: text().notNull(), term: text().notNull(), applicationId: text().notNull() },
  (t) => [primaryKey({ columns: [t.officeId, t.term, t.applicationId] })],
)

/** The suffixes of the names of an office's work units, once a unit however many people work there. */
export const unitTerms = table(
  'unit_terms',
  { officeId: text().notNull(), term: text().notNull(), unitName: text().notNull() },
  (t) => [primaryKey({ columns: [t.officeId, t.term, t.unitName] })],
)

/** What was typed in a step, right or wrong. */
export const draftSteps = table(
  'draft_steps',
  {
    applicationId: text().notNull(),
    step: text().notNull(),
    sealed: bytes().notNull(),
    version: int().notNull(),
    savedBy: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.step] })],
)

/** One entry of a list. The id stays the same in a change draft, so that the diff can match entries. */
export const draftEntries = table(
  'draft_entries',
  {
    id: text().notNull(),
    applicationId: text().notNull(),
    list: text().notNull(),
    position: int().notNull(),
    sealed: bytes().notNull(),
    version: int().notNull(),
    savedBy: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.id] }),
    index('draft_entries_position').on(t.applicationId, t.position),
  ],
)

/** A stored picture: the bytes are a sealed object, its key is wrapped here. */
export const documents = table(
  'documents',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    blobKey: text().notNull(),
    wrappedKey: bytes().notNull(),
    digest: text().notNull(),
    width: int().notNull(),
    height: int().notNull(),
    bytes: int().notNull(),
    flags: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('documents_person').on(t.personId),
    index('documents_digest').on(t.digest),
    // What the sweep of unreferenced objects asks for, here and for working copies.
    index('documents_blob').on(t.blobKey),
  ],
)

/** The picture that a slot of a draft holds, with the working copy and what was done to it (D8). */
export const draftPictures = table(
  'draft_pictures',
  {
    applicationId: text().notNull(),
    /** Step id or entry id. */
    owner: text().notNull(),
    slot: text().notNull(),
    documentId: text().notNull(),
    /** The upright working copy, until submission or replacement (D8). */
    workBlobKey: text(),
    workWrappedKey: bytes(),
    /** Sealed outcome of the upload: measured before and after, verdict, changes. */
    sealed: bytes().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.owner, t.slot] }),
    index('draft_pictures_document').on(t.documentId),
    index('draft_pictures_work').on(t.workBlobKey),
  ],
)

/** An immutable snapshot at each submission. */
export const submissions = table(
  'submissions',
  {
    id: text().primaryKey(),
    applicationId: text().notNull(),
    n: int().notNull(),
    officeId: text().notNull(),
    submittedAt: instant().notNull(),
    /** Sealed {dossier, facts, rows}. */
    sealed: bytes().notNull(),
  },
  (t) => [uniqueIndex('submissions_application').on(t.applicationId, t.n)],
)

/** Which pictures a snapshot holds: how a reviewer comes to see them. */
export const submissionDocuments = table(
  'submission_documents',
  { submissionId: text().notNull(), documentId: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.documentId] }),
    index('submission_documents_document').on(t.documentId),
  ],
)

/** A decision of a reviewer on one submission. */
export const decisions = table(
  'decisions',
  {
    id: text().primaryKey(),
    applicationId: text().notNull(),
    submissionId: text().notNull(),
    n: int().notNull(),
    decision: text().$type<'approve' | 'return'>().notNull(),
    /** Comma-separated reason codes. */
    codes: text().notNull(),
    /** Sealed free text. */
    sealed: bytes().notNull(),
    openAll: bool().notNull(),
    /** Comma-separated keys of the rows that the reviewer had ticked as checked. */
    ticks: text().notNull().default(''),
    decidedBy: text().notNull(),
    officeId: text().notNull(),
    decidedAt: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [index('decisions_application').on(t.applicationId, t.n)],
)

/** A reviewer's comment on one field, and the applicant's reply. */
export const comments = table(
  'comments',
  {
    id: text().primaryKey(),
    decisionId: text().notNull(),
    applicationId: text().notNull(),
    key: text().notNull(),
    sealed: bytes().notNull(),
    reply: bytes(),
  },
  (t) => [index('comments_application').on(t.applicationId), index('comments_decision').on(t.decisionId)],
)

/**
 * Blind indices of the certificate numbers and credit codes of the newest submission, so that the desk finds
 * the same one in somebody else's file. `said`: the unit's name as typed beside a credit code, else empty.
 */
export const numberMarks = table(
  'number_marks',
  {
    mark: text().notNull(),
    applicationId: text().notNull(),
    /** Row key of the field. */
    key: text().notNull(),
    personId: text().notNull(),
    said: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mark, t.applicationId, t.key] }),
    index('number_marks_application').on(t.applicationId),
  ],
)

/** Versions of the approved record; the highest is in force. */
export const records = table(
  'records',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    version: int().notNull(),
    applicationId: text().notNull(),
    submissionId: text().notNull(),
    officeId: text().notNull(),
    approvedAt: instant().notNull(),
    verifyCode: text().notNull(),
    inForce: bool().notNull(),
  },
  (t) => [
    uniqueIndex('records_person').on(t.personId, t.version),
    index('records_submission').on(t.submissionId),
    uniqueIndex('records_verify').on(t.verifyCode),
  ],
)

/** How many applications an office has in each state and kind; moved in the same transaction. */
export const queueCounts = table(
  'queue_counts',
  { officeId: text().notNull(), status: text().notNull(), kind: text().notNull(), n: int().notNull() },
  (t) => [primaryKey({ columns: [t.officeId, t.status, t.kind] })],
)

/**
 * What came in and what was decided at an office in a week, counted in the same transaction, so that
 * statistics never read the applications and a year of the province is few rows. `waited`: working days of
 * this round; `spent`: of all rounds.
 */
export const officeWeeks = table(
  'office_weeks',
  {
    officeId: text().notNull(),
    /** Its Monday, `YYYY-MM-DD`. */
    week: text().notNull(),
    what: text().$type<'submit' | 'approve' | 'return'>().notNull(),
    /** 1, or one more than the returns before it. */
    round: int().notNull(),
    waited: int().notNull(),
    spent: int().notNull(),
    n: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.week, t.what, t.round, t.waited, t.spent] })],
)

/** How often an office gave a reason in a week; a return with comments alone has the empty code. */
export const reasonWeeks = table(
  'reason_weeks',
  { officeId: text().notNull(), week: text().notNull(), code: text().notNull(), n: int().notNull() },
  (t) => [primaryKey({ columns: [t.officeId, t.week, t.code] })],
)

/**
 * What happened, by whom: one row beside each change. No personal data, ids only. Triggers in the migrations
 * refuse to delete a row or to change it, but for the link and the mac that it is given once.
 */
export const events = table(
  'events',
  {
    id: id(),
    at: instant().notNull(),
    actorId: text().notNull(),
    /** `applicant`, `reviewer`, `oversight`, `administrator`, `system`. */
    role: text().notNull(),
    verb: text().notNull(),
    applicationId: text(),
    personId: text(),
    officeId: text(),
    /** JSON of ids and codes. */
    facts: text().notNull(),
    /** Its place in the chain, from 1; 0 before its start; empty for the seconds until it is linked (`db/audit`). */
    link: int(),
    /** Over the row and the mac before it (`lib/protect/audit-chain`). */
    mac: bytes(),
  },
  (t) => [
    // Literals, so that the engines see that a query asks for the rows of these indices.
    uniqueIndex('events_link').on(t.link).where(sql`${t.link} > 0`),
    index('events_unlinked').on(t.id).where(sql`${t.link} is null`),
    index('events_application').on(t.applicationId, t.id),
    index('events_person').on(t.personId, t.id),
    // The search of the audit pages by time within each of these. An applicant's own acts, most of the
    // rows, are found by the person, so that the index by actor holds the staff's alone.
    index('events_actor').on(t.actorId, t.at, t.id).where(sql`${t.role} <> 'applicant'`),
    index('events_office').on(t.officeId, t.at, t.id),
    index('events_verb').on(t.verb, t.at, t.id),
    index('events_at').on(t.at, t.id),
  ],
)

/** One row: where the chain of the events begins. Kept by triggers. */
export const auditStart = table('audit_start', {
  id: int().primaryKey(),
  /** Events that the chain does not cover: those of a store that was filled in bulk. */
  before: int().notNull(),
  mac: bytes().notNull(),
  at: instant().notNull(),
})

/** Once a day, where the chain ends: links have no gap, so that it is their number too. Kept by triggers. */
export const auditHeads = table('audit_heads', {
  /** In Shanghai, `YYYY-MM-DD`. */
  day: text().primaryKey(),
  link: int().notNull(),
  mac: bytes().notNull(),
  at: instant().notNull(),
})

/** Posted values that could not be stored where they belong, for half an hour (house 4.9). */
export const heldForms = table(
  'held_forms',
  {
    id: text().primaryKey(),
    owner: text().notNull(),
    path: text().notNull(),
    sealed: bytes().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('held_forms_owner').on(t.owner, t.createdAt), index('held_forms_created').on(t.createdAt)],
)

/** Attempts in a window, for pacing. */
export const attempts = table(
  'attempts',
  { key: text().notNull(), window: int().notNull(), n: int().notNull() },
  (t) => [primaryKey({ columns: [t.key, t.window] }), index('attempts_window').on(t.window)],
)

/**
 * The reasons for a return, one row a version: the highest is offered, the one in force on the day of a
 * decision is what the decision said. The province's have no office; an office may add its own.
 */
export const reasons = table(
  'reasons',
  {
    id: text().primaryKey(),
    /** Empty for the province's. */
    officeId: text().notNull(),
    code: text().notNull(),
    version: int().notNull(),
    title: text().notNull(),
    /** The sentence offered to the reviewer, with placeholders (`lib/collection/reason-text`). */
    text: text().notNull(),
    /** Comma-separated keys of the fields it usually concerns; `LIST.FIELD` for every entry. */
    fields: text().notNull(),
    createdAt: instant().notNull(),
    /** Set on the highest version: no longer offered. */
    retiredAt: instant(),
  },
  (t) => [uniqueIndex('reasons_code').on(t.officeId, t.code, t.version)],
)

/** Days on which the province's calendar differs from the one that ships (`lib/working-days.data`). */
export const calendarDays = table('calendar_days', {
  /** `YYYY-MM-DD`. */
  day: text().primaryKey(),
  worked: bool().notNull(),
  note: text().notNull(),
  createdAt: instant().notNull(),
})

/** When one registers for an exam (D19). A removed one keeps its row, so that it is not seeded again. */
export const examWindows = table('exam_windows', {
  id: text().primaryKey(),
  /** Value of `scope.targetExam`. */
  exam: text().$type<'intermediate' | 'senior'>().notNull(),
  name: text().notNull(),
  /** `YYYY-MM-DD`, both included; the exam's day may not be known yet. */
  opens: text().notNull(),
  closes: text().notNull(),
  examDate: text(),
  example: bool().notNull(),
  removedAt: instant(),
})

// The stand-in identity platform. Only lib/idp reads or writes these.

export const idpAccounts = table(
  'idp_accounts',
  {
    sub: text().primaryKey(),
    idIndex: text().notNull(),
    mobileIndex: text().notNull(),
    /** Sealed {name, idType, idNumber, mobile}. */
    sealed: bytes().notNull(),
    passwordHash: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('idp_accounts_id').on(t.idIndex), uniqueIndex('idp_accounts_mobile').on(t.mobileIndex)],
)

export const idpSessions = table('idp_sessions', {
  id: text().primaryKey(),
  sub: text().notNull(),
  createdAt: instant().notNull(),
  endedAt: instant(),
})

/** Single-use things that expire: authorisation codes, access tokens, captchas, SMS codes, face checks. */
export const idpTickets = table(
  'idp_tickets',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    sealed: bytes().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('idp_tickets_expiry').on(t.expiresAt)],
)

/** Signing keys of the stand-in; kept so that a restart invalidates nothing. */
export const idpKeys = table('idp_keys', {
  id: text().primaryKey(),
  sealed: bytes().notNull(),
  createdAt: instant().notNull(),
})

/** Messages that a telephone would have received, shown on the demo's outbox page. */
export const outbox = table(
  'outbox',
  {
    id: id(),
    toIndex: text().notNull(),
    sealed: bytes().notNull(),
    createdAt: instant().notNull(),
    /** Messages about decisions leave after the ten minutes in which they can be undone (D15). */
    leavesAt: instant().notNull(),
  },
  (t) => [index('outbox_leaves').on(t.leavesAt)],
)
