import { type Acting, startApplication, submitApplication } from '#db/queries/collect'
import { findWorkspace } from '#db/queries/own'
import { findPerson, registerPerson } from '#db/queries/people'
import { claimApplication } from '#db/queries/review'
import { approveApplication } from '#db/queries/review-decide'
import { saveAnswers } from '#db/queries/saving'
import type { Store } from '#db/store'
import { EMPLOYED, photograph, posted, SCOPE } from '#db/testing-drafts'
import { rawOf } from '#lib/collection/parse'
import { stepOf } from '#lib/collection/steps/index'
import { newId } from '#lib/protect/ids'

/** A small county, so that what the bench leaves does not lie in the queue that is measured. */
const OFFICE = '419001'
const REVIEWER = 'bench'
const PASSPORT = '414'
const FEW_ANSWERS = { ethnicity: '01', politicalStatus: '13' }

async function enrol(store: Store, now: Date): Promise<Acting> {
  // Numbers that nobody has: no passport is numbered so.
  const facts = { name: '测试', idType: PASSPORT, idNumber: `BENCH${newId()}`, mobile: '10000000000' }
  const { personId } = await store.write((tx) => registerPerson(tx, facts, now))
  const person = await findPerson(store.read, personId)
  if (!person) throw new Error('The bench has nobody to act for.')
  return { person, session: REVIEWER, now }
}

async function draft(store: Store, now: Date): Promise<Acting & { applicationId: string }> {
  const by = await enrol(store, now)
  const applicationId = await store.write((tx) =>
    startApplication(tx, by, {
      officeId: OFFICE,
      scope: rawOf(stepOf('scope'), { ...SCOPE, collectionDivisionCode: OFFICE }),
      consented: true,
    }),
  )
  await store.write(async (tx) => {
    const personal = { ...FEW_ANSWERS, sex: '2', birthDate: '1990-01-01' }
    await saveAnswers(tx, by, 'personal', posted('personal', personal))
    await saveAnswers(tx, by, 'education', posted('education', { ftEducation: '70', ptEducation: '00' }))
    await saveAnswers(tx, by, 'employment', posted('employment', EMPLOYED))
    await photograph(tx, by, applicationId)
  })
  return { ...by, applicationId }
}

async function submitted(store: Store, now: Date): Promise<{ id: string; version: number }> {
  const by = await draft(store, now)
  const work = await findWorkspace(store.read, by.person, now)
  await store.write((tx) => submitApplication(tx, by, { revision: work?.row.revision ?? 0, declared: true }))
  const waiting = await findWorkspace(store.read, by.person, now)
  return { id: by.applicationId, version: waiting?.row.version ?? 0 }
}

/** Milliseconds that `work` took, each time on what `prepare` has made beforehand. */
async function timed<T>(times: number, prepare: () => Promise<T>, work: (made: T) => Promise<unknown>) {
  const made: T[] = []
  for (let n = 0; n < times; n++) made.push(await prepare())
  const began = performance.now()
  for (const one of made) await work(one)
  return (performance.now() - began) / times
}

/**
 * Writes of the pages, one at a time and each durable. People made for them stay in the store, a few hundred
 * after a run; they carry no number that anybody has.
 */
export const ACTS: Readonly<Record<string, (store: Store, now: Date, times: number) => Promise<number>>> = {
  async save(store, now, times) {
    const by = await draft(store, now)
    return timed(
      times,
      async () => posted('personal', { ...FEW_ANSWERS, postalAddress: `示例路 ${newId()}` }),
      (answers) => store.write((tx) => saveAnswers(tx, by, 'personal', answers)),
    )
  },
  'claim and approval': async (store, now, times) => {
    const desk = { reviewer: REVIEWER, reviewIds: [OFFICE], officeIds: [OFFICE], now }
    return timed(
      times,
      () => submitted(store, now),
      async (seen) => {
        await store.write((tx) => claimApplication(tx, desk, seen))
        await store.write((tx) => approveApplication(tx, desk, { ...seen, version: seen.version + 1 }, ''))
      },
    )
  },
}
