import { columnsOf } from '#db/queries/applications'
import { sealedNote } from '#db/queries/desk-history'
import { numberMarkRows } from '#db/queries/number-marks'
import { openingColumns } from '#db/queries/own'
import type { Application, ApplicationKind, Status } from '#lib/collection/application'
import type { PersonFacts } from '#lib/collection/field'
import { EVERYTHING, openedByChange, openedByReturn } from '#lib/collection/opening'
import { promote } from '#lib/collection/promote'
import { receiptNumber } from '#lib/protect/ids'
import { type Album, hang, takePictures } from './album.ts'
import { employedAt, type Typed, typedBy } from './answers.ts'
import { countyOf } from './counties.ts'
import { saveTyped, snapshotOf } from './draft.ts'
import { enrol, keysOf } from './enrol.ts'
import { type Random, scattered } from './random.ts'
import { certificateNumberOf, hintsOf, holdsCertificate, isPaired } from './twins.ts'
import { unitOf } from './unit.ts'
import { COMMENTED, decide, handIn, keepRecord } from './verdict.ts'
import { DAY, dayOf, later, MINUTE, type Person, reviewerOf, type World } from './world.ts'

interface Course {
  readonly kind: ApplicationKind
  readonly status: Status
  /** How often it was submitted; all but the last were returned. */
  readonly submissions: number
  readonly start: Date
  readonly claimed: boolean
  /** The office that it was handed on to while it waited. */
  readonly forwardedTo: string | undefined
  /** A later version of the record is in force. */
  readonly superseded: boolean
}

/** What an application is about. */
interface Matter {
  readonly person: Person
  readonly office: string
  readonly typed: Typed
  readonly album: Album
  /** Counts the people of the crowd. */
  readonly nth: number
}

const CHANGED = ['employment']
const RETURNED = openedByReturn([COMMENTED], false)

/** What was handed in first, before the return: the unit's name without its legal form. */
const careless = (typed: Typed): Typed => {
  const [name = ''] = typed.steps.employment.unitName ?? []
  return employedAt(typed, { unitName: name.replace('有限公司', '') })
}

/** One application from its start to where the course leaves it. @returns when it was last decided */
function live(world: World, { person, office, typed, album, nth }: Matter, course: Course): Date {
  const { random, writer } = world
  const { kind, status, submissions, start, claimed, forwardedTo } = course
  const id = random.id()
  const reviewer = reviewerOf(office)
  const event = (at: Date, actorId: string, verb: string, facts = '{}', officeId = office) =>
    writer.into.events({
      at,
      actorId,
      role: actorId === person.id ? 'applicant' : 'reviewer',
      verb,
      applicationId: id,
      personId: person.id,
      officeId,
      facts,
      // Before the chain begins (`startChain`).
      link: 0,
    })
  if (kind === 'first') event(start, person.id, 'start')
  else event(start, person.id, 'startChange', JSON.stringify({ parts: CHANGED.join(',') }))

  const begun = kind === 'first' ? EVERYTHING : openedByChange(CHANGED)
  const last = status === 'returned' ? careless(typed) : typed
  saveTyped(world, id, last, start)
  const pictures = hang(world, id, album, start)
  const read = (answers: Typed) => snapshotOf(world, person, office, answers, pictures, start)
  const final = read(last)

  let at = later(start, (10 + random.below(300)) * MINUTE)
  let submittedAt = at
  let decidedAt: Date | undefined
  let opening = begun
  for (let n = 1; n <= submissions; n++) {
    const turn = { applicationId: id, person, office, n }
    submittedAt = at
    const submissionId = handIn(world, turn, n < submissions ? read(careless(typed)) : final, at)
    event(at, person.id, 'submit')
    if (n === submissions && status === 'submitted') break
    decidedAt = later(at, (1 + random.below(6)) * DAY + random.below(480) * MINUTE)
    const decision = n === submissions && status === 'approved' ? 'approve' : 'return'
    const before = JSON.stringify(openingColumns(opening))
    for (const verb of ['claim', 'reveal']) event(decidedAt, reviewer, verb)
    event(decidedAt, reviewer, decision, decision === 'return' ? before : '{}')
    decide(world, turn, submissionId, decision, decidedAt)
    if (decision === 'return') opening = RETURNED
    else {
      const record = { version: kind === 'first' ? 1 : 2, inForce: !course.superseded }
      keepRecord(world, turn, submissionId, record, decidedAt)
    }
    at = later(decidedAt, (1 + random.below(3)) * DAY)
  }

  const officeId = forwardedTo ?? office
  if (forwardedTo) {
    const note = sealedNote(id, '单位在贵县，请审核。')
    const handedOn = later(submittedAt, 90 * MINUTE)
    for (const verb of ['claim', 'reveal']) event(handedOn, reviewer, verb)
    event(handedOn, reviewer, 'forward', JSON.stringify({ from: office, to: forwardedTo, note }), forwardedTo)
  }
  const holder = reviewerOf(officeId)
  const application: Application = {
    id,
    personId: person.id,
    kind,
    status,
    version: 1 + submissions * 2 + (forwardedTo ? 2 : 0),
    revision: 4 + typed.entries.length,
    officeId,
    claim: claimed ? { holder, since: world.now, until: later(world.now, 15 * MINUTE) } : undefined,
    submissions,
    submittedAt: submissions > 0 ? submittedAt : undefined,
    decidedAt: status === 'submitted' ? undefined : decidedAt,
    decidedBy: status === 'submitted' || !decidedAt ? undefined : reviewer,
  }
  const { unitName, targetExam, flags } = promote(final.dossier)
  const row = {
    id,
    personId: person.id,
    kind,
    ...columnsOf(application),
    savedAt: submittedAt,
    ...openingColumns(opening),
    receiptNumber:
      submissions > 0
        ? receiptNumber(dayOf(submittedAt), scattered(2 * nth + (kind === 'first' ? 0 : 1)))
        : null,
    name: person.name,
    ...keysOf(person.name),
    unitName,
    targetExam,
    flags: [...flags, ...(submissions > 0 ? hintsOf(nth) : [])].join(','),
  }
  writer.into.applications(row)
  writer.counts(officeId, status, kind)
  if (submissions > 0) {
    writer.indexed(row)
    for (const mark of numberMarkRows(row, final.dossier)) writer.into.numberMarks(mark)
  }
  return decidedAt ?? at
}

/** Longer than a return and the mending after it take. */
const RETURN = 10 * DAY
/** Of a hundred who have begun, as many have handed nothing in yet. */
const DRAFTS = 12
const again = (random: Random) => (random.chance(0.12) ? 2 : 1)

/** Everything that one person of the crowd has left in the store. @param nth counts the people of the crowd */
export function liveOf(world: World, facts: PersonFacts, office: string, nth: number): void {
  const { random, now, county } = world
  const start = later(now, -(30 + random.below(150)) * DAY - random.below(1440) * MINUTE)
  const person = enrol(world, facts, start)
  const paired = isPaired(nth)
  if (!paired && random.chance(0.06)) return
  const home = county(office)
  const educated = random.chance(0.4)
  const entry = holdsCertificate(nth) || random.chance(0.4) ? random.id() : undefined
  const certNo = certificateNumberOf(nth)
  const typed = typedBy(random, facts, { county: home, unit: unitOf(random, home), educated, entry, certNo })
  const matter = {
    person,
    office,
    nth,
    typed,
    album: takePictures(world, person, { educated, entry }, start),
  }
  const course = (kind: ApplicationKind, status: Status, submissions: number, at: Date): Course => ({
    kind,
    status,
    submissions,
    start: at,
    claimed: status === 'submitted' && random.chance(0.003),
    forwardedTo: status === 'submitted' && random.chance(0.01) ? countyOf(random) : undefined,
    superseded: false,
  })
  const state = paired ? DRAFTS + random.below(100 - DRAFTS) : random.below(100)
  const status: Status =
    state < DRAFTS ? 'draft' : state < 34 ? 'submitted' : state < 41 ? 'returned' : 'approved'
  const submissions = status === 'draft' ? 0 : again(random)
  const recent = (turns: number) => later(now, -random.below(9) * DAY - 400 * MINUTE - (turns - 1) * RETURN)
  const begun = status === 'submitted' ? recent(submissions) : start
  const changed: Status | undefined =
    status === 'approved' && random.chance(0.14)
      ? random.pick(['draft', 'submitted', 'submitted', 'returned', 'approved', 'approved'])
      : undefined
  const first = { ...course('first', status, submissions, begun), superseded: changed === 'approved' }
  const decided = live(world, matter, first)
  if (!changed) return
  const moved = { ...matter, typed: employedAt(typed, unitOf(random, home)) }
  const soon = later(decided, (1 + random.below(5)) * DAY)
  const at = changed === 'submitted' && random.chance(0.9) ? recent(1) : soon
  live(world, moved, course('change', changed, changed === 'draft' ? 0 : 1, at))
}
