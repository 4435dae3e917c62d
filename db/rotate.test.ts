import { join } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { blobs } from '#lib/documents/current'
import { getSealed } from '#lib/documents/sealed'
import { newId } from '#lib/protect/ids'
import { addKey, type Keyring, loadKeyring } from '#lib/protect/keyring'
import { open, seal, sealJson } from '#lib/protect/seal'
import { keyUse } from './key-use.ts'
import { listDecisions, saveReply } from './queries/decisions.ts'
import { listHistory, sealedNote } from './queries/desk-history.ts'
import { entryContext, loadDraft, removeEntry, saveStep } from './queries/drafts.ts'
import { recordEvent } from './queries/events.ts'
import { recordExport } from './queries/export-events.ts'
import { heldContext } from './queries/held.ts'
import { keyContext, ticketContext } from './queries/idp.ts'
import { listMessages, sendMessage } from './queries/outbox.ts'
import { findPerson } from './queries/people.ts'
import { createSession, findSession, idTokenOf } from './queries/sessions.ts'
import { type Rotated, rotateKeys } from './rotate.ts'
import { applications, comments, documents, draftEntries, heldForms, idpKeys, idpTickets } from './schema.ts'
import { type Row, SEALED_COLUMNS } from './sealed-columns.ts'
import { seedDemo } from './seed/demo.ts'
import { seedReference } from './seed/reference.ts'
import type { Db, Store } from './store.ts'
import { openTestStore } from './testing.ts'

// A store with something under the first key in every sealed column, and a second key in its ring.

const keys = vi.hoisted(() => ({ ring: undefined as Keyring | undefined }))
vi.mock('#lib/protect/current', () => ({ keyring: () => keys.ring }))

const NOW = new Date('2026-11-24T02:00:00Z')
const ENTRIES = 1_201
const MESSAGES = 700
/** Belongs to no application, so that there is more than a batch of a table with a key of two columns. */
const APART = newId()

let store: Store
let remove: () => Promise<void>
let first: Keyring
let both: Keyring
let second: Keyring
let token: string

const atOnce = () => Promise.resolve()
const rotate = (tell?: () => void, on = store): Promise<Rotated> => rotateKeys(on, both, tell, atOnce)

async function fill(tx: Db): Promise<void> {
  const entries = Array.from({ length: ENTRIES }, (_, position) => ({ id: newId(), position }))
  for (let at = 0; at < ENTRIES; at += 100) {
    await tx.insert(draftEntries).values(
      entries.slice(at, at + 100).map(({ id, position }) => ({
        id,
        applicationId: APART,
        list: 'remarks',
        position,
        sealed: sealJson(first, entryContext(APART, id), { position }),
        version: 1,
        savedBy: 's',
        savedAt: NOW,
      })),
    )
  }
  const message = { template: 'plain', params: { text: '验证码' }, mobile: '13900000001' } as const
  for (let n = 0; n < MESSAGES; n++) await sendMessage(tx, message, NOW)
  token = await createSession(tx, { personId: newId(), device: 'x', idToken: 'a.b.c' }, NOW)
  const [comment] = await tx.select().from(comments).limit(1)
  await saveReply(tx, comment?.id ?? '', '已改')
  const id = newId()
  const apart = { id, sealed: sealJson(first, heldContext(id), {}) }
  await tx.insert(heldForms).values({ ...apart, owner: 'person:x', path: '/', createdAt: NOW })
  const ticket = { id, sealed: sealJson(first, ticketContext(id), {}) }
  await tx.insert(idpTickets).values({ ...ticket, kind: 'access', expiresAt: NOW })
  await tx.insert(idpKeys).values({ id, sealed: sealJson(first, keyContext(id), {}), createdAt: NOW })
  const by = { at: NOW, actorId: newId(), role: 'reviewer', officeId: '410105' } as const
  const facts = { note: sealedNote(APART, '请审核') }
  await recordEvent(tx, { ...by, verb: 'forward', applicationId: APART, facts })
  const what = { table: 'people', format: 'csv', full: false, count: 1, filter: '', purpose: '年报' }
  await recordExport(tx, { ...by, id: newId() }, what)
}

beforeAll(async () => {
  const opened = await openTestStore()
  ;({ store, remove } = opened)
  const path = join(opened.folder, 'keyring.json')
  first = loadKeyring(path)
  keys.ring = first
  await seedReference(store, NOW)
  await seedDemo(store, NOW)
  await store.write(fill)
  addKey(path)
  both = loadKeyring(path)
  const only = new Map([...both.seal.keys].filter(([id]) => id === 2))
  second = { ...both, seal: { current: 2, keys: only } }
  keys.ring = both
}, 60_000)
afterAll(() => remove())

/** Every sealed value, opened, by its place. */
async function opened(ring: Keyring): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { name, table, ids, field, context, purpose, head } of SEALED_COLUMNS) {
    const rows: Row[] = await store.read.select().from(table)
    for (const row of rows) {
      const value = row[field] as Buffer | null
      if (!value || value.length === 0) continue
      const plain = open(ring, context(row), value.subarray(head), purpose)
      found.set(`${name} ${ids.map((id) => row[id]).join(' ')}`, plain.toString('base64'))
    }
  }
  return found
}

/** How many values that can be sealed again are under a key. */
async function under(key: number): Promise<number> {
  const places = await keyUse(store.read)
  return places.reduce((sum, { stays, keys: held }) => sum + (stays ? 0 : (held.get(key) ?? 0)), 0)
}

describe('rotating the keys', () => {
  let before: Map<string, string>

  it('finds something in every sealed column', async () => {
    before = await opened(first)
    for (const { name, stays, keys: held } of await keyUse(store.read)) {
      if (!stays) expect(held.get(1) ?? 0, name).toBeGreaterThan(0)
      expect(held.has(2), name).toBe(false)
    }
    expect(await under(1)).toBe(before.size)
    expect(before.size).toBeGreaterThan(ENTRIES + MESSAGES)
  })

  it('that breaks off in the middle leaves every value whole, under the one key or the other', async () => {
    let batches = 0
    const killed = rotate(() => {
      batches++
      if (batches === 5) throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    const [old, fresh] = [await under(1), await under(2)]
    expect(old).toBeGreaterThan(0)
    expect(fresh).toBeGreaterThan(0)
    expect(old + fresh).toBe(before.size)
    expect(await opened(both)).toEqual(before)
  })

  it('leaves what somebody saves or removes at that moment as they left it', async () => {
    const [draft] = await store.read
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.status, 'returned'))
    const applicationId = draft?.id ?? ''
    // In the order of the key, this entry comes behind those that the first run has done.
    const [entry] = await store.read
      .select({ id: draftEntries.id })
      .from(draftEntries)
      .where(eq(draftEntries.applicationId, APART))
      .orderBy(desc(draftEntries.id))
      .limit(1)
    const saving = { applicationId, step: 'personal', session: 's', now: NOW, version: 1 } as const
    // The first run has left the steps of drafts behind it.
    keys.ring = first
    await store.write((tx) => saveStep(tx, { ...saving, raw: {} }))
    keys.ring = both
    const raw = { email: ['new@example.com'] }
    const acts: ((tx: Db) => Promise<unknown>)[] = [
      (tx) => saveStep(tx, { ...saving, raw }),
      (tx) => removeEntry(tx, APART, entry?.id ?? ''),
    ]
    // Between the look at a page and the write of its batch.
    const meddling: Store = {
      ...store,
      async write(work) {
        const act = acts.shift()
        if (act) await store.write(async (tx) => void (await act(tx)))
        return store.write(work)
      },
    }
    const left = await under(1)
    const { resealed, overtaken, unreadable } = await rotate(undefined, meddling)
    expect(unreadable).toEqual([])
    expect(overtaken).toBe(2)
    expect(resealed + overtaken).toBe(left)
    expect((await loadDraft(store.read, applicationId)).steps.personal).toEqual(raw)
  })

  it('run again has left nothing under the old key, and everything opens as it did with the new one alone', async () => {
    expect(await under(1)).toBe(0)
    expect(await rotate()).toEqual({ resealed: 0, overtaken: 0, unreadable: [] })
    const after = await opened(second)
    const changed = [...before].filter(([place, value]) => after.get(place) !== value).map(([place]) => place)
    expect(changed.map((place) => place.split(' ')[0]).sort()).toEqual([
      'draft_entries.sealed',
      'draft_steps.sealed',
    ])
    expect(after.size).toBe(before.size - 1)
  })

  it('is told in the figures with what keeps its key', async () => {
    const use = new Map((await keyUse(store.read)).map(({ name, keys: held }) => [name, held]))
    expect(use.get('events.facts forward')).toEqual(new Map([[1, 1]]))
    expect(use.get('events.facts export')).toEqual(new Map([[1, 1]]))
    expect(use.get('draft_entries.sealed')?.get(2)).toBeGreaterThanOrEqual(ENTRIES)
  })

  it('lets the service read with the new key alone: people, drafts, decisions, messages, sessions, pictures', async () => {
    keys.ring = second
    const rows = await store.read.select().from(applications)
    const replies: string[] = []
    for (const { id, personId } of rows) {
      expect((await findPerson(store.read, personId))?.idNumber).toMatch(/^\d{17}[\dX]$/)
      expect(Object.keys((await loadDraft(store.read, id)).steps)).toContain('scope')
      for (const decision of await listDecisions(store.read, id))
        replies.push(...decision.comments.map(({ reply }) => reply))
    }
    expect(replies).toContain('已改')
    expect((await listMessages(store.read, NOW, 5)).map(({ text }) => text)).toContain('验证码')
    const session = await findSession(store.read, token)
    expect(session && idTokenOf(session)).toBe('a.b.c')
    const pictures = await store.read.select().from(documents)
    expect(pictures.length).toBeGreaterThan(5)
    for (const { blobKey, wrappedKey, bytes } of pictures)
      expect(await getSealed(blobs(), second, blobKey, wrappedKey)).toHaveLength(bytes)
    keys.ring = both
    expect(await listHistory(store.read, APART)).toMatchObject([{ verb: 'forward', note: '请审核' }])
  })

  it('passes over what was destroyed, and names what does not open and leaves it as it is', async () => {
    const foreign = seal(first, 'somewhere else', 'text')
    const [picture] = await store.read.select().from(documents).limit(1)
    const wrappedKey = Buffer.alloc(0)
    keys.ring = first
    await store.write(async (tx) => {
      await tx.update(heldForms).set({ sealed: foreign })
      await tx
        .update(documents)
        .set({ wrappedKey, blobKey: '' })
        .where(eq(documents.id, picture?.id ?? ''))
      await createSession(tx, { personId: newId(), device: 'x', idToken: 'd.e.f' }, NOW)
    })
    keys.ring = both
    const [form] = await store.read.select().from(heldForms)
    const unreadable = [`held_forms.sealed ${form?.id}`]
    expect(await rotate()).toEqual({ resealed: 1, overtaken: 0, unreadable })
    expect((await store.read.select().from(heldForms))[0]?.sealed).toEqual(foreign)
    expect(await under(1)).toBe(1)
  })
})
