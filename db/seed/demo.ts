import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LIMITS, slotKindOf } from '#lib/collection/limits'
import { rawOf } from '#lib/collection/parse'
import { noticedIn, writeFlags } from '#lib/collection/picture-flags'
import type { PartId, StepId } from '#lib/collection/step'
import { listOf, stepOf } from '#lib/collection/steps/index'
import { blobs } from '#lib/documents/current'
import { putSealed } from '#lib/documents/sealed'
import { seedAccounts } from '#lib/idp/accounts'
import { conform } from '#lib/images/conform'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { touchDraft } from '../queries/applications.ts'
import { type Acting, startApplication, startChange, submitApplication } from '../queries/collect.ts'
import { putPicture } from '../queries/documents.ts'
import { saveEntry, saveStep } from '../queries/drafts.ts'
import { currentNotice, openNotice, recordConsents } from '../queries/notices.ts'
import { findWorkspace } from '../queries/own.ts'
import { findPerson, idIndexOf, registerPerson } from '../queries/people.ts'
import { inviteStaff } from '../queries/staff.ts'
import type { Store } from '../store.ts'
import { approve, sendBack } from './decide.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson, RESIDENT_CARD } from './people.ts'
import {
  APPROVED,
  CHANGED_UNIT,
  CHANGING,
  HALF_WAY,
  SENT_BACK,
  SENT_BACK_COMMENTS,
  type Story,
  WAITING,
} from './stories.ts'

const PICTURES = join(process.cwd(), 'db/seed/pictures')
const SEEDER = 'seed'
const HOUR = 3_600_000

const before = (now: Date, hours: number) => new Date(now.getTime() - hours * HOUR)

/** Enters a person with a sign-in account, and their post when they have one. @returns the person's id */
export async function enrol(store: Store, demo: DemoPerson, now: Date): Promise<string> {
  const details = { name: demo.name, idType: RESIDENT_CARD, idNumber: demo.idNumber, mobile: demo.mobile }
  // One write an account: hashing a password takes its time, and a write has a deadline.
  await store.write((tx) => seedAccounts(tx, [{ ...details, password: DEMO_PASSWORD }], now))
  return store.write(async (tx) => {
    const { staff } = demo
    if (staff) {
      const idIndex = idIndexOf(RESIDENT_CARD, demo.idNumber)
      await inviteStaff(
        tx,
        { idIndex, name: demo.name, role: staff.role, officeId: staff.office },
        'system',
        now,
      )
    }
    return (await registerPerson(tx, details, now)).personId
  })
}

/** One picture, conformed as an upload would be and sealed; the row follows in a write of its own. */
async function addPicture(
  store: Store,
  by: Acting,
  applicationId: string,
  owner: string,
  slot: string,
  file: string,
): Promise<void> {
  const bytes = await readFile(join(PICTURES, file))
  const part: PartId = owner === 'personal' || owner === 'education' ? owner : 'qualifications'
  const made = await conform(bytes, LIMITS[slotKindOf(part, slot)])
  if ('code' in made) throw new Error(`The demo's picture ${file} is refused: ${made.code}.`)
  const [kept, work] = [
    await putSealed(blobs(), keyring(), made.jpeg),
    await putSealed(blobs(), keyring(), bytes),
  ]
  await store.write(async (tx) => {
    const { width, height, digest } = made
    await putPicture(
      tx,
      { applicationId, owner, slot },
      {
        id: newId(),
        personId: by.person.id,
        blobKey: kept.blobKey,
        wrappedKey: kept.wrappedKey,
        digest,
        width,
        height,
        bytes: made.bytes,
        flags: writeFlags(noticedIn(made.advice)),
        createdAt: by.now,
      },
      work,
      {
        verdict: made.verdict,
        before: { width, height, bytes: bytes.length, format: 'jpeg' },
        after: { width, height, bytes: made.bytes },
        changes: made.changes,
        turned: 0,
        advice: made.advice,
        ...(made.whiteness ? { crop: 'centre' as const, whiteness: made.whiteness } : {}),
      },
      by.now,
    )
    await touchDraft(tx, applicationId, by.now)
  })
}

/** Lives a story through the same functions that the pages use. */
export async function live(store: Store, personId: string, story: Story, now: Date): Promise<Acting> {
  const person = await findPerson(store.read, personId)
  if (!person) throw new Error('A demo person is missing.')
  const by: Acting = { person, session: SEEDER, now }
  const applicationId = await store.write(async (tx) => {
    const version = await currentNotice(tx)
    await openNotice(tx, personId, version, before(now, 1))
    await recordConsents(tx, personId, version, now)
    const scope = rawOf(stepOf('scope'), story.steps.scope ?? {})
    const officeId = scope.collectionDivisionCode?.[0] ?? ''
    const id = await startApplication(tx, by, { officeId, scope, consented: true })
    const saving = { applicationId: id, session: SEEDER, now, version: 0 }
    for (const [step, answers] of Object.entries(story.steps)) {
      const stepId = step as StepId
      if (stepId !== 'scope')
        await saveStep(tx, { ...saving, step: stepId, raw: rawOf(stepOf(stepId), answers) })
    }
    for (const { id: entryId, list, answers } of story.entries) {
      await saveEntry(tx, { ...saving, id: entryId, list, raw: rawOf(listOf(list), answers) })
    }
    return id
  })
  for (const [owner, slots] of Object.entries(story.pictures)) {
    for (const [slot, file] of Object.entries(slots))
      await addPicture(store, by, applicationId, owner, slot, file)
  }
  return by
}

/** Hands the open draft in. */
export async function submit(store: Store, by: Acting): Promise<void> {
  const { dropped } = await store.write(async (tx) => {
    const work = await findWorkspace(tx, by.person, by.now)
    return submitApplication(tx, by, { revision: work?.row.revision ?? 0, declared: true })
  })
  for (const key of dropped) await blobs().delete(key)
}

async function changeUnit(store: Store, by: Acting): Promise<void> {
  await store.write(async (tx) => {
    const applicationId = await startChange(tx, by, { parts: ['employment'], consented: true })
    const work = await findWorkspace(tx, by.person, by.now)
    const raw = { ...work?.draft.steps.employment, ...rawOf(stepOf('employment'), CHANGED_UNIT) }
    await saveStep(tx, { applicationId, step: 'employment', raw, version: 1, session: SEEDER, now: by.now })
  })
  await submit(store, by)
}

/** The people of the demo with their stories (contract section 2). */
export async function seedDemo(store: Store, now: Date): Promise<void> {
  const ids = new Map<string, string>()
  for (const demo of DEMO_PEOPLE) ids.set(demo.key, await enrol(store, demo, before(now, 240)))
  const id = (key: string) => ids.get(key) ?? ''
  const reviewer = id('zhoumin')

  await live(store, id('wangfang'), HALF_WAY, before(now, 20))

  await submit(store, await live(store, id('zhangwei'), WAITING, before(now, 26)))

  const liuyang = await live(store, id('liuyang'), SENT_BACK, before(now, 72))
  await submit(store, liuyang)
  await sendBack(store, liuyang.person, reviewer, ['RR08', 'RR03'], SENT_BACK_COMMENTS, before(now, 50))

  const chenjing = await live(store, id('chenjing'), APPROVED, before(now, 200))
  await submit(store, chenjing)
  await approve(store, chenjing.person, reviewer, before(now, 170))

  const zhaolei = await live(store, id('zhaolei'), CHANGING, before(now, 220))
  await submit(store, zhaolei)
  await approve(store, zhaolei.person, reviewer, before(now, 190))
  await changeUnit(store, { ...zhaolei, now: before(now, 5) })
}
