import { columnsOf } from '#db/queries/applications'
import { commentContext, textContext } from '#db/queries/decisions'
import type { DocumentRow } from '#db/queries/documents'
import { pictureContext } from '#db/queries/documents'
import { stepContext, toPictureRef } from '#db/queries/drafts'
import { CONSENTS } from '#db/queries/notices'
import { openingColumns } from '#db/queries/own'
import { idIndexOf, mobileIndexOf, nameKeys, personContext } from '#db/queries/people'
import { submissionContext } from '#db/queries/submissions'
import { today } from '#lib/clock'
import type { Application, ApplicationKind, Status } from '#lib/collection/application'
import type { PersonFacts, PictureRef } from '#lib/collection/field'
import { EVERYTHING, openedByReturn } from '#lib/collection/opening'
import { readDraft } from '#lib/collection/parse'
import { picturesIn, present } from '#lib/collection/present'
import { promote } from '#lib/collection/promote'
import { longestYears } from '#lib/collection/rules/accounting-years'
import { keyring } from '#lib/protect/current'
import { receiptNumber, verifyCode } from '#lib/protect/ids'
import { seal, sealJson } from '#lib/protect/seal'
import { stepsOf } from './person.ts'
import type { Random } from './random.ts'
import type { Writer } from './writer.ts'

/** What every life of the crowd is lived among. */
export interface World {
  readonly random: Random
  readonly writer: Writer
  readonly now: Date
  readonly notice: string
  readonly county: (code: string) => { readonly code: string; readonly name: string }
  /** A sealed picture for each slot, `personal.photo`, shared by all. */
  readonly pictures: Readonly<Record<string, DocumentRow>>
}

type Steps = ReturnType<typeof stepsOf>
interface Person extends PersonFacts {
  readonly id: string
}

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const later = (at: Date, ms: number) => new Date(at.getTime() + ms)
const reviewerOf = (office: string) => `reviewer${office}`
const keys = new Map<string, ReturnType<typeof nameKeys>>()

function keysOf(name: string) {
  const known = keys.get(name) ?? nameKeys(name)
  keys.set(name, known)
  return known
}

function enrol({ random, writer, notice }: World, facts: PersonFacts, at: Date): Person {
  const { name, idType, idNumber, mobile } = facts
  const id = random.id()
  writer.into.people({
    id,
    name,
    ...keysOf(name),
    idType,
    sealed: sealJson(keyring(), personContext(id), { idNumber, mobile }),
    idIndex: idIndexOf(idType, idNumber),
    mobileIndex: mobileIndexOf(mobile),
    version: 1,
    createdAt: at,
  })
  writer.into.noticeOpenings({ personId: id, version: notice, openedAt: at })
  for (const kind of CONSENTS) writer.into.consents({ personId: id, version: notice, kind, consentedAt: at })
  return { ...facts, id }
}

/** The pictures of an application, each a row of its own that points to the shared object. */
function hang(world: World, person: Person, applicationId: string, educated: boolean, at: Date) {
  const { random, writer } = world
  const refs: Record<string, Record<string, PictureRef>> = {}
  for (const [place, shared] of Object.entries(world.pictures)) {
    const [owner = '', slot = ''] = place.split('.')
    if (owner === 'education' && !educated) continue
    const document = { ...shared, id: random.id(), personId: person.id, createdAt: at }
    const { width, height, bytes } = document
    const size = { width, height, bytes }
    const key = { applicationId, owner, slot }
    const outcome = {
      verdict: 'accepted',
      before: { ...size, format: 'jpeg' },
      after: size,
      changes: [],
      turned: 0,
    }
    writer.into.documents(document)
    writer.into.draftPictures({
      ...key,
      documentId: document.id,
      sealed: sealJson(keyring(), pictureContext(key), outcome),
      savedAt: at,
    })
    refs[owner] = { ...refs[owner], [slot]: toPictureRef(document) }
  }
  return refs
}

interface Course {
  readonly kind: ApplicationKind
  readonly status: Status
  /** How often it was submitted; all but the last were returned. */
  readonly submissions: number
  readonly start: Date
  readonly claimed: boolean
}

/** One application from its start to where the course leaves it. */
function live(world: World, person: Person, office: string, course: Course, steps: Steps, educated: boolean) {
  const { random, writer, county } = world
  const { kind, status, submissions, start, claimed } = course
  const ring = keyring()
  const id = random.id()
  const reviewer = reviewerOf(office)
  const event = (at: Date, actor: string, verb: string) =>
    writer.into.events({
      at,
      actorId: actor,
      role: actor === person.id ? 'applicant' : 'reviewer',
      verb,
      applicationId: id,
      personId: person.id,
      officeId: office,
      facts: '{}',
    })
  event(start, person.id, kind === 'first' ? 'start' : 'startChange')
  for (const [step, raw] of Object.entries(steps)) {
    const sealed = sealJson(ring, stepContext(id, step), raw)
    writer.into.draftSteps({ applicationId: id, step, sealed, version: 1, savedBy: 'seed', savedAt: start })
  }
  const pictures = hang(world, person, id, educated, start)
  const { name, idType, idNumber, mobile } = person
  const known = {
    today: today(start),
    person: { name, idType, idNumber, mobile },
    offices: [{ value: office, label: `${county(office).name}财政局` }],
  }
  const { dossier: read, facts } = readDraft({ steps, entries: [], pictures }, known)
  const { accountingStartDate: since } = read.employment
  const dossier = since
    ? { ...read, employment: { ...read.employment, accountingYears: longestYears(since, known.today) } }
    : read
  const rows = present(dossier, facts)
  const promoted = promote(dossier)

  let at = later(start, (10 + random.below(300)) * MINUTE)
  let submittedAt = at
  let decidedAt: Date | undefined
  let opening = EVERYTHING
  for (let n = 1; n <= submissions; n++) {
    submittedAt = at
    const submissionId = random.id()
    const snapshot = { dossier, facts, rows, warnings: [] }
    writer.into.submissions({
      id: submissionId,
      applicationId: id,
      n,
      officeId: office,
      submittedAt,
      sealed: sealJson(ring, submissionContext(submissionId), snapshot),
    })
    for (const { picture } of picturesIn(rows)) {
      writer.into.submissionDocuments({ submissionId, documentId: picture.documentId })
    }
    event(submittedAt, person.id, 'submit')
    if (n === submissions && status === 'submitted') break
    decidedAt = later(submittedAt, (1 + random.below(6)) * DAY + random.below(480) * MINUTE)
    const approved = n === submissions && status === 'approved'
    const decisionId = random.id()
    for (const verb of ['claim', 'reveal', approved ? 'approve' : 'return']) event(decidedAt, reviewer, verb)
    writer.into.decisions({
      id: decisionId,
      applicationId: id,
      submissionId,
      n,
      decision: approved ? 'approve' : 'return',
      codes: approved ? '' : 'RR08',
      sealed: sealJson(ring, textContext(decisionId), { text: '' }),
      openAll: false,
      decidedBy: reviewer,
      officeId: office,
      decidedAt,
    })
    if (approved) {
      writer.into.records({
        id: random.id(),
        personId: person.id,
        version: kind === 'first' ? 1 : 2,
        applicationId: id,
        submissionId,
        officeId: office,
        approvedAt: decidedAt,
        verifyCode: verifyCode(random.below),
        inForce: true,
      })
    } else {
      const commentId = random.id()
      const key = 'employment.unitName'
      const sealed = seal(ring, commentContext(commentId), '单位名称不是全称。请照营业执照填写全称。')
      writer.into.comments({ id: commentId, decisionId, applicationId: id, key, sealed })
      opening = openedByReturn([key], false)
    }
    at = later(decidedAt, (1 + random.below(3)) * DAY)
  }

  const application: Application = {
    id,
    personId: person.id,
    kind,
    status,
    version: 1 + submissions * 2,
    revision: 4,
    officeId: office,
    claim: claimed ? { holder: reviewer, since: world.now, until: later(world.now, 15 * MINUTE) } : undefined,
    submissions,
    submittedAt: submissions > 0 ? submittedAt : undefined,
    decidedAt: status === 'submitted' ? undefined : decidedAt,
    decidedBy: status === 'submitted' || !decidedAt ? undefined : reviewer,
  }
  const row = {
    id,
    personId: person.id,
    kind,
    ...columnsOf(application),
    savedAt: submittedAt,
    ...openingColumns(opening),
    receiptNumber: submissions > 0 ? receiptNumber(today(submittedAt), random.below) : null,
    name,
    ...keysOf(name),
    unitName: promoted.unitName,
    targetExam: promoted.targetExam,
    flags: promoted.flags.join(','),
  }
  writer.into.applications(row)
  writer.counts(office, status, kind)
  if (submissions > 0) writer.indexed(row)
  return decidedAt ?? at
}

const again = (random: Random) => (random.chance(0.12) ? 2 : 1)

/** Everything that one person of the crowd has left in the store. */
export function liveOf(world: World, facts: PersonFacts, office: string): void {
  const { random, now, county } = world
  const start = later(now, -(30 + random.below(150)) * DAY - random.below(1440) * MINUTE)
  const person = enrol(world, facts, start)
  if (random.chance(0.06)) return
  const educated = random.chance(0.4)
  const steps = stepsOf(random, facts, county(office), educated)
  const course = (kind: ApplicationKind, status: Status, submissions: number, at: Date): Course => ({
    kind,
    status,
    submissions,
    start: at,
    claimed: status === 'submitted' && random.chance(0.003),
  })
  const state = random.below(100)
  const status: Status =
    state < 12 ? 'draft' : state < 34 ? 'submitted' : state < 41 ? 'returned' : 'approved'
  const recent = status === 'submitted' ? later(now, -random.below(9) * DAY - 400 * MINUTE) : start
  const submissions = status === 'draft' ? 0 : status === 'submitted' && recent > start ? 1 : again(random)
  const decided = live(world, person, office, course('first', status, submissions, recent), steps, educated)
  if (status !== 'approved' || !random.chance(0.1)) return
  const changed: Status = random.pick(['draft', 'submitted', 'submitted', 'returned'])
  const at = later(decided, (1 + random.below(5)) * DAY)
  live(world, person, office, course('change', changed, changed === 'draft' ? 0 : 1, at), steps, educated)
}
