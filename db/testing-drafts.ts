import { randomBytes } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { idCheckCharacter } from '#lib/collection/checks/id-number'
import type { Answers } from '#lib/collection/field'
import { rawOf } from '#lib/collection/parse'
import type { StepId } from '#lib/collection/step'
import { stepOf } from '#lib/collection/steps/index'
import { newId } from '#lib/protect/ids'
import { type ApplicationRow, findOpenApplication } from './queries/applications.ts'
import { type Acting, startApplication, submitApplication } from './queries/collect.ts'
import { type DocumentRow, putPicture } from './queries/documents.ts'
import { findWorkspace } from './queries/own.ts'
import { findPerson, registerPerson } from './queries/people.ts'
import { type Posted, saveAnswers } from './queries/saving.ts'
import { applications } from './schema.ts'
import type { Db, Store } from './store.ts'

// People and drafts for the store suites. For tests only.

export const T0 = new Date('2026-07-01T01:00:00Z')

/** A step as its form would post it. */
export const posted = (part: StepId, answers: Answers): Posted => ({
  pairs: Object.entries(rawOf(stepOf(part), answers)).flatMap(([name, values]) =>
    values.map((v) => [name, v] as const),
  ),
  version: 0,
  shown: '',
})

export const SCOPE = {
  applicantCategory: 'employed',
  hasQualification: 'no',
  collectionDivisionCode: '410105',
}
export const EMPLOYED = {
  postStatus: 'accounting',
  unitName: '河南示例有限公司',
  uscc: '91410105MA0FARM09Y',
  unitNature: 'private',
  industry: 'C',
  unitAddress: '示例路',
  accountingPost: ['cashier'],
  administrativePost: 'none',
  accountingStartDate: '2016-07',
  appointedTitle: 'none',
  abacusLevel: 'none',
  cpa: 'none',
  taxAdviser: 'none',
  appraiser: 'none',
}

const objectKey = () => randomBytes(16).toString('hex')

const documentOf = (by: Acting): DocumentRow => ({
  id: newId(),
  personId: by.person.id,
  blobKey: objectKey(),
  wrappedKey: Buffer.alloc(60),
  digest: newId(),
  width: 295,
  height: 413,
  bytes: 20_000,
  flags: '',
  createdAt: T0,
})

/** Puts a photo into the slot, without bytes behind it. */
export async function photograph(tx: Db, by: Acting, applicationId: string): Promise<string> {
  const document = documentOf(by)
  const size = { width: 295, height: 413, bytes: 20_000 }
  await putPicture(
    tx,
    { applicationId, owner: 'personal', slot: 'photo' },
    document,
    { blobKey: objectKey(), wrappedKey: Buffer.alloc(60) },
    { verdict: 'accepted', before: { ...size, format: 'jpeg' }, after: size, changes: [], turned: 0 },
    T0,
  )
  return document.id
}

/** The person's newest application, open or approved. */
export async function findNewestApplication(db: Db, personId: string): Promise<ApplicationRow | undefined> {
  const [approved] = await db
    .select()
    .from(applications)
    .where(eq(applications.personId, personId))
    .orderBy(desc(applications.submittedAt))
    .limit(1)
  return (await findOpenApplication(db, personId)) ?? approved
}

/** What the suites do over and over, on one store. */
export function draftsOn(store: Store) {
  let count = 0

  async function someone(name = '测试', session = 's1'): Promise<Acting> {
    count++
    const body = `4101051990${String((count % 12) + 1).padStart(2, '0')}01${String(900 + (count % 100))}`
    // Month and sequence begin again after three hundred people: then the year goes on.
    const unique = count >= 100 ? `410105${1991 + Math.floor((count - 100) / 300)}${body.slice(10)}` : body
    const facts = {
      name,
      idType: '111',
      idNumber: unique + idCheckCharacter(unique),
      mobile: `1390000${String(count).padStart(4, '0')}`,
    }
    const { personId } = await store.write((tx) => registerPerson(tx, facts, T0))
    const person = await findPerson(store.read, personId)
    if (!person) throw new Error('not registered')
    return { person, session, now: T0 }
  }

  const started = (by: Acting, officeId = '410105') =>
    store.write((tx) =>
      startApplication(tx, by, {
        officeId,
        scope: rawOf(stepOf('scope'), { ...SCOPE, collectionDivisionCode: officeId }),
        consented: true,
      }),
    )

  /** A draft that may be submitted. */
  async function ready(name?: string, officeId?: string) {
    const by = await someone(name)
    const applicationId = await started(by, officeId)
    const photo = await store.write(async (tx) => {
      await saveAnswers(tx, by, 'personal', posted('personal', { ethnicity: '01', politicalStatus: '13' }))
      await saveAnswers(tx, by, 'education', posted('education', { ftEducation: '70', ptEducation: '00' }))
      await saveAnswers(tx, by, 'employment', posted('employment', EMPLOYED))
      return photograph(tx, by, applicationId)
    })
    return { by, applicationId, photo }
  }

  async function submit(by: Acting): Promise<void> {
    const work = await findWorkspace(store.read, by.person, by.now)
    await store.write((tx) =>
      submitApplication(tx, by, { revision: work?.row.revision ?? 0, declared: true }),
    )
  }

  /** An application that waits, submitted at `at`. */
  async function submitted(options: { name?: string; officeId?: string; at?: Date } = {}) {
    const draft = await ready(options.name, options.officeId)
    await submit({ ...draft.by, now: options.at ?? T0 })
    return draft
  }

  return { someone, started, ready, submit, submitted }
}
