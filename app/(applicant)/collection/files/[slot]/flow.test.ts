import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Acting, startApplication, submitApplication } from '#db/queries/collect'
import { findOwnDocument, findPicture } from '#db/queries/documents'
import { findWorkspace } from '#db/queries/own'
import { findPerson, registerPerson } from '#db/queries/people'
import { saveAnswers, saveListEntry } from '#db/queries/saving'
import { sendBack } from '#db/seed/decide'
import { seedReference } from '#db/seed/reference'
import { openTestStore } from '#db/testing'
import { idCheckCharacter } from '#lib/collection/checks/id-number'
import type { Answers } from '#lib/collection/field'
import { LIMITS } from '#lib/collection/limits'
import { rawOf } from '#lib/collection/parse'
import type { StepId } from '#lib/collection/step'
import { stepOf } from '#lib/collection/steps/index'
import { diskStore } from '#lib/documents/disk'
import { getSealed } from '#lib/documents/sealed'
import { shotOf } from '#lib/images/advice/testing'
import { conform } from '#lib/images/conform'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { type Place, placeAt } from '#lib/uploads/slot'
import { PER_HOUR, type Rooms, remake, remove, upload } from './flow.ts'

const T0 = new Date('2026-07-01T01:00:00Z')
let rooms: Rooms
let clear: () => Promise<void>
/** 295×413 */
let portrait: Buffer
/** 1120×840 */
let diploma: Buffer
/** 900×600: high enough as it lies, too narrow when turned. */
let low: Buffer

const asset = (name: string) => readFile(join(process.cwd(), 'db/seed/pictures', name))

beforeAll(async () => {
  const opened = await openTestStore()
  clear = opened.remove
  rooms = { store: opened.store, blobs: diskStore(join(opened.folder, 'blobs')), ring: keyring() }
  await seedReference(opened.store, T0)
  portrait = await asset('wangfang-portrait.jpg')
  diploma = await asset('wangfang-diploma.jpg')
  const exact = { width: 900, height: 600 }
  const made = await conform(diploma, { ...LIMITS.education, exact })
  if ('code' in made) throw new Error(made.code)
  low = made.jpeg
})
afterAll(() => clear())

let count = 0
async function somebody(): Promise<Acting> {
  count++
  const body = `410105199001${String(count).padStart(2, '0')}996`
  const idNumber = body + idCheckCharacter(body)
  const facts = { name: '测试', idType: '111', idNumber, mobile: `139000000${10 + count}` }
  const { personId } = await rooms.store.write((tx) => registerPerson(tx, facts, T0))
  const person = await findPerson(rooms.store.read, personId)
  if (!person) throw new Error('not registered')
  return { person, session: 's1', now: T0 }
}

async function drafting(): Promise<{ by: Acting; applicationId: string }> {
  const by = await somebody()
  const answers = { applicantCategory: 'employed', hasQualification: 'no', collectionDivisionCode: '410105' }
  const scope = rawOf(stepOf('scope'), answers)
  const start = { officeId: '410105', scope, consented: true }
  const applicationId = await rooms.store.write((tx) => startApplication(tx, by, start))
  return { by, applicationId }
}

const SUBMITTABLE: readonly (readonly [StepId, Answers])[] = [
  ['personal', { ethnicity: '01', politicalStatus: '13' }],
  ['education', { ftEducation: '70', ptEducation: '00' }],
  [
    'employment',
    {
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
    },
  ],
]

/** Everything but the photo. */
async function fill(by: Acting): Promise<void> {
  for (const [step, answers] of SUBMITTABLE) {
    const raw = rawOf(stepOf(step), answers)
    const pairs = Object.entries(raw).flatMap(([name, values]) => values.map((v) => [name, v] as const))
    await rooms.store.write((tx) => saveAnswers(tx, by, step, { pairs, version: 0, shown: '' }))
  }
}

function placed(slot: string, list = '', item = ''): Place {
  const place = placeAt(list, item, slot)
  if (!place) throw new Error(`no slot ${slot}`)
  return place
}
const held = async (by: Acting, place: Place) => {
  const work = await findWorkspace(rooms.store.read, by.person, by.now)
  const { owner, slot } = place
  return findPicture(rooms.store.read, { applicationId: work?.row.id ?? '', owner, slot })
}
async function objects(): Promise<number> {
  let n = 0
  for await (const _ of rooms.blobs.list()) n++
  return n
}
const revision = async (by: Acting) =>
  (await findWorkspace(rooms.store.read, by.person, by.now))?.row.revision ?? 0

const photo = placed('photo')
const education = placed('ftEducationFile')

describe('an upload', () => {
  it('is accepted, sealed, and read back byte for byte', async () => {
    const { by } = await drafting()
    const before = await revision(by)
    expect(await upload(rooms, by, photo, { file: portrait })).toEqual({
      outcome: 'stored',
      verdict: 'accepted',
    })
    const kept = await held(by, photo)
    const { document } = kept ?? {}
    expect(document).toMatchObject({ width: 295, height: 413, flags: '' })
    const jpeg = await getSealed(
      rooms.blobs,
      rooms.ring,
      document?.blobKey ?? '',
      document?.wrappedKey ?? portrait,
    )
    expect(jpeg).toHaveLength(document?.bytes ?? 0)
    expect(await revision(by)).toBe(before + 1)
  })

  it('is adjusted, with what was measured before and after', async () => {
    const { by } = await drafting()
    expect(await upload(rooms, by, photo, { file: diploma })).toEqual({
      outcome: 'stored',
      verdict: 'adjusted',
    })
    const kept = await held(by, photo)
    expect(kept?.outcome).toMatchObject({ after: { width: 295, height: 413 }, crop: 'centre', turned: 0 })
    expect(kept?.outcome.before.bytes).toBe(diploma.length)
    expect(kept?.outcome.changes).toContain('cropped')
  })

  it('marks a background that is not white for the reviewer', async () => {
    const { by } = await drafting()
    await upload(rooms, by, photo, { file: await asset('doubtful-portrait.jpg') })
    expect((await held(by, photo))?.document.flags).toBe('background')
  })

  it('tells the reviewer what else was noticed, and the applicant its figure', async () => {
    const { by } = await drafting()
    await upload(rooms, by, photo, { file: await shotOf('wangfang-portrait.jpg', { blur: 2 }) })
    const kept = await held(by, photo)
    expect(kept?.document.flags).toBe('blur')
    const blur = kept?.outcome.advice?.find(({ flag }) => flag === 'blur')
    expect(blur).toMatchObject({ asked: 0.2, noticed: true })
    const workspace = await findWorkspace(rooms.store.read, by.person, by.now)
    const said = workspace?.reading.issues.filter(({ code }) => code === 'R10')
    expect(said).toMatchObject([{ part: 'personal', field: 'photo', level: 'warning' }])
  })

  it('remembers what the browser shrank', async () => {
    const { by } = await drafting()
    const device = { width: 4032, height: 3024, bytes: 3_840_000 }
    await upload(rooms, by, education, { file: diploma, device })
    expect((await held(by, education))?.outcome.device).toEqual(device)
    await remake(rooms, by, education, { turn: 90 })
    expect((await held(by, education))?.outcome.device).toEqual(device)
  })

  it('replaces: the old working copy goes, the old document stays for its owner', async () => {
    const { by } = await drafting()
    await upload(rooms, by, photo, { file: portrait })
    const old = await held(by, photo)
    const before = await objects()
    await upload(rooms, by, photo, { file: portrait })
    expect(await objects()).toBe(before + 1)
    expect(await rooms.blobs.has(old?.row.workBlobKey ?? '')).toBe(false)
    expect(await findOwnDocument(rooms.store.read, by.person.id, old?.document.id ?? '')).toBeDefined()
    expect((await held(by, photo))?.document.id).not.toBe(old?.document.id)
  })
})

describe('a refusal keeps the slot as it was', () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  const cases = [
    ['nothing', () => ({ file: Buffer.alloc(0) }), { code: 'empty' }],
    [
      'too large on the way',
      () => ({ refusal: { code: 'tooLarge', bytes: 12_345_678 } as const }),
      { code: 'tooLarge' },
    ],
    [
      'too large in itself',
      () => ({ file: Buffer.concat([diploma, Buffer.alloc(8_000_000)]) }),
      { code: 'tooLarge' },
    ],
    ['HEIC', () => ({ file: heic }), { code: 'wrongKind', format: 'heic' }],
    ['text', () => ({ file: Buffer.from('hello') }), { code: 'wrongKind' }],
    ['cut off', () => ({ file: diploma.subarray(0, diploma.length / 2) }), { code: 'broken' }],
    [
      'too small',
      () => ({ file: portrait }),
      { code: 'tooSmall', width: 295, height: 413, minWidth: 700, minHeight: 500 },
    ],
  ] as const
  it.each(cases)('%s', async (_, sent, refusal) => {
    const { by } = await drafting()
    await upload(rooms, by, education, { file: diploma })
    const before = await held(by, education)
    const stored = await objects()
    const done = await upload(rooms, by, education, sent())
    expect(done).toMatchObject({ outcome: 'refused', refusal })
    const why = done.outcome === 'refused' ? done.refusal : undefined
    const sentBytes = sent()
    if ('file' in sentBytes) expect(why?.seen?.bytes).toBe(sentBytes.file.length)
    expect((await held(by, education))?.document.id).toBe(before?.document.id)
    expect(await objects()).toBe(stored)
  })

  it('one more than an hour allows in a slot; another slot is open, the next hour begins anew', async () => {
    const { by } = await drafting()
    const empty = { refusal: { code: 'empty' } } as const
    for (let n = 0; n < PER_HOUR.slot; n++) expect(await upload(rooms, by, photo, empty)).toMatchObject(empty)
    const over = await upload(rooms, by, photo, { file: portrait })
    expect(over).toMatchObject({ outcome: 'refused', refusal: { code: 'tooMany', of: 'slot', perHour: 40 } })
    expect(await held(by, photo)).toBeUndefined()
    expect(await upload(rooms, by, education, { file: diploma })).toMatchObject({ outcome: 'stored' })
    const later = { ...by, now: new Date(T0.getTime() + 60 * 60_000) }
    expect(await upload(rooms, later, photo, { file: portrait })).toMatchObject({ outcome: 'stored' })
  })

  it('one more than an hour allows a person, in all slots together', async () => {
    const { by } = await drafting()
    const empty = { refusal: { code: 'empty' } } as const
    for (let n = 0; n < PER_HOUR.person; n++)
      expect(await upload(rooms, by, n % 2 === 0 ? photo : education, empty)).toMatchObject(empty)
    const over = await upload(rooms, by, education, { file: diploma })
    expect(over).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'tooMany', of: 'person', perHour: 60 },
    })
  })
})

describe('made anew from the working copy', () => {
  it('crops three ways, and remembers which', async () => {
    const { by } = await drafting()
    await upload(rooms, by, photo, { file: diploma })
    const digests = new Set<string>()
    for (const crop of ['top', 'bottom', 'centre'] as const) {
      expect(await remake(rooms, by, photo, { crop })).toEqual({ outcome: 'stored', verdict: 'adjusted' })
      const kept = await held(by, photo)
      expect(kept?.outcome.crop).toBe(crop)
      digests.add(kept?.document.digest ?? '')
    }
    expect(digests.size).toBe(3)
  })

  it("keeps a frame of one's own, and says when it would enlarge", async () => {
    const { by } = await drafting()
    await upload(rooms, by, photo, { file: diploma })
    const crop = { x: 0.1, y: 0.1, width: 0.4 }
    expect(await remake(rooms, by, photo, { crop })).toEqual({ outcome: 'stored', verdict: 'adjusted' })
    const kept = await held(by, photo)
    expect(kept?.outcome.crop).toEqual(crop)
    expect(kept?.document).toMatchObject({ width: 295, height: 413 })
    // 294 of the 1120 pixels: one fewer than are stored.
    const small = await remake(rooms, by, photo, { crop: { ...crop, width: 0.2625 } })
    expect(small).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'frameTooSmall', width: 294, height: 412, minWidth: 295, minHeight: 413 },
    })
    expect((await held(by, photo))?.document.id).toBe(kept?.document.id)
    // Outside the picture it is moved in.
    const outside = { x: 0.9, y: 0.9, width: 0.5 }
    expect(await remake(rooms, by, photo, { crop: outside })).toMatchObject({ outcome: 'stored' })
  })

  it("turns a portrait; a frame of one's own does not survive that", async () => {
    const { by } = await drafting()
    await upload(rooms, by, photo, { file: diploma })
    await remake(rooms, by, photo, { crop: { x: 0.1, y: 0.1, width: 0.4 } })
    expect(await remake(rooms, by, photo, { turn: 90 })).toMatchObject({ outcome: 'stored' })
    const { outcome } = (await held(by, photo)) ?? {}
    expect(outcome).toMatchObject({ turned: 90, crop: 'centre', after: { width: 295, height: 413 } })
    expect(outcome?.changes).toContain('turned')
  })

  it('turns a certificate and back; four quarters are none', async () => {
    const { by } = await drafting()
    await upload(rooms, by, education, { file: diploma })
    const first = await held(by, education)
    const { width, height } = first?.document ?? { width: 0, height: 0 }
    expect(await remake(rooms, by, education, { turn: 90 })).toMatchObject({ verdict: 'adjusted' })
    const turned = await held(by, education)
    expect(turned?.document.width).toBeLessThan(turned?.document.height ?? 0)
    expect(turned?.row.workBlobKey).toBe(first?.row.workBlobKey)
    expect(await remake(rooms, by, education, { turn: 270 })).toMatchObject({ outcome: 'stored' })
    expect((await held(by, education))?.outcome.turned).toBe(0)
    expect((await held(by, education))?.document).toMatchObject({ width, height })
  })

  it('is refused when turning makes it too small, and stays', async () => {
    const { by } = await drafting()
    await upload(rooms, by, education, { file: low })
    const before = await held(by, education)
    const done = await remake(rooms, by, education, { turn: 90 })
    expect(done).toMatchObject({ outcome: 'refused', refusal: { code: 'tooSmall' } })
    expect((await held(by, education))?.document.id).toBe(before?.document.id)
  })

  it('changes nothing where nothing is', async () => {
    const { by } = await drafting()
    expect(await remake(rooms, by, photo, { crop: 'top' })).toEqual({ outcome: 'moved' })
  })
})

describe('who may', () => {
  it('reaches the entries of the own draft only', async () => {
    const [mine, theirs] = [await drafting(), await drafting()]
    const id = newId()
    const posted = { pairs: [['series', 'accounting']], version: 0, shown: '' } as const
    await rooms.store.write((tx) => saveListEntry(tx, theirs.by, 'qualifications', undefined, id, posted))
    const place = placed('file', 'qualifications', id)
    expect(await upload(rooms, mine.by, place, { file: diploma })).toEqual({ outcome: 'missing' })
    expect(await remove(rooms, mine.by, place)).toEqual({ outcome: 'missing' })
    expect(await upload(rooms, theirs.by, place, { file: diploma })).toMatchObject({ outcome: 'stored' })
    const kept = await held(theirs.by, place)
    expect(kept?.document.bytes).toBeLessThanOrEqual(80_000)
  })

  it('not after the submission, and after a return only where it opens', async () => {
    const { by } = await drafting()
    await fill(by)
    await upload(rooms, by, photo, { file: portrait })
    const submission = { revision: await revision(by), declared: true }
    await rooms.store.write((tx) => submitApplication(tx, by, submission))
    await expect(upload(rooms, by, photo, { file: portrait })).rejects.toMatchObject({ code: 'notOpen' })
    await expect(remove(rooms, by, photo)).rejects.toMatchObject({ code: 'notOpen' })
    const reviewer = (await somebody()).person.id
    const comments = [{ key: 'personal.photo', text: '底色不对' }]
    await sendBack(rooms.store, by.person, reviewer, ['RR01'], comments, T0)
    expect(await upload(rooms, by, education, { file: diploma })).toEqual({ outcome: 'closed' })
    expect(await remake(rooms, by, photo, { crop: 'top' })).toEqual({ outcome: 'moved' })
    expect(await upload(rooms, by, photo, { file: diploma })).toMatchObject({ outcome: 'stored' })
  })

  it('removes a picture and its working copy', async () => {
    const { by } = await drafting()
    await upload(rooms, by, photo, { file: portrait })
    const before = await held(by, photo)
    expect(await remove(rooms, by, photo)).toEqual({ outcome: 'removed' })
    expect(await held(by, photo)).toBeUndefined()
    expect(await rooms.blobs.has(before?.row.workBlobKey ?? '')).toBe(false)
    expect(await remove(rooms, by, photo)).toEqual({ outcome: 'removed' })
  })
})
