import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { pinyin } from 'pinyin-pro'
import { blindIndex, canonicalIdNumber, canonicalMobile } from '#lib/protect/blind'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { openJson, sealJson } from '#lib/protect/seal'
import { applications, identities, people } from '../schema.ts'
import type { Db } from '../store.ts'
import { recordEvent } from './events.ts'
import { indexSearch, unindexSearch } from './search.ts'
import { bindInvitations } from './staff.ts'

/** What the identity platform says of a person. */
export interface PersonDetails {
  readonly name: string
  /** Code of the ID type, `111` for the resident ID card. */
  readonly idType: string
  readonly idNumber: string
  readonly mobile: string
}

export interface Person extends PersonDetails {
  readonly id: string
}

/** Who signed in: the pair that names an identity, with what the platform says of it. */
export interface SignIn extends PersonDetails {
  readonly issuer: string
  readonly sub: string
}

interface Sealed {
  readonly idNumber: string
  readonly mobile: string
}

/** What a person's numbers are sealed under. */
export const personContext = (id: string) => `people.sealed:${id}`

/** The search keys of a name: the whole pinyin and its initials, surnames read as surnames. */
export function nameKeys(name: string): { namePinyin: string; nameInitials: string } {
  const han = name.replace(/\P{Script=Han}/gu, '')
  const syllables = pinyin(han, { toneType: 'none', type: 'array', surname: 'head', v: true })
  return {
    namePinyin: syllables.join(''),
    nameInitials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  }
}

/** The blind index under which a person and their invitations are found by ID number. */
export const idIndexOf = (idType: string, idNumber: string): string =>
  blindIndex(keyring(), 'idNumber', canonicalIdNumber(idType, idNumber))

/** The blind index under which a person is found by mobile. */
export const mobileIndexOf = (mobile: string) => blindIndex(keyring(), 'mobile', canonicalMobile(mobile))

/**
 * Inserts a person and binds the staff invitations that wait for the ID number.
 * @throws the store's unique fault when the ID number already belongs to somebody
 */
export async function registerPerson(tx: Db, facts: PersonDetails, now: Date): Promise<{ personId: string }> {
  const id = newId()
  const idIndex = idIndexOf(facts.idType, facts.idNumber)
  await tx.insert(people).values({
    id,
    name: facts.name,
    ...nameKeys(facts.name),
    idType: facts.idType,
    sealed: sealJson(keyring(), personContext(id), {
      idNumber: facts.idNumber,
      mobile: facts.mobile,
    } satisfies Sealed),
    idIndex,
    mobileIndex: mobileIndexOf(facts.mobile),
    version: 1,
    createdAt: now,
  })
  await bindInvitations(tx, id, idIndex)
  return { personId: id }
}

/**
 * The first statement of every write on a person's own application: what follows may read first and then
 * write, for another write of the same person waits here until this one has ended. SQLite, which runs one
 * write at a time, does not need it; PostgreSQL does.
 */
export async function lockPerson(tx: Db, id: string): Promise<void> {
  await tx
    .update(people)
    .set({ version: sql`${people.version} + 1` })
    .where(eq(people.id, id))
}

async function findByIdentity(tx: Db, issuer: string, sub: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ personId: identities.personId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.sub, sub)))
  return row?.personId
}

/** The id of the person whose ID number has this blind index. */
export async function personIdOf(db: Db, idIndex: string): Promise<string | undefined> {
  const [row] = await db.select({ id: people.id }).from(people).where(eq(people.idIndex, idIndex))
  return row?.id
}

/** Name and mobile follow the platform, in the person and in drafts; snapshots keep theirs (D18). */
async function refreshDetails(tx: Db, id: string, facts: PersonDetails): Promise<void> {
  const person = await findPerson(tx, id)
  if (!person || (person.name === facts.name && person.mobile === facts.mobile)) return
  const name = { name: facts.name, ...nameKeys(facts.name) }
  await tx
    .update(people)
    .set({
      ...name,
      sealed: sealJson(keyring(), personContext(id), {
        idNumber: person.idNumber,
        mobile: facts.mobile,
      } satisfies Sealed),
      mobileIndex: mobileIndexOf(facts.mobile),
    })
    .where(eq(people.id, id))
  const open = and(eq(applications.personId, id), inArray(applications.status, ['draft', 'returned']))
  const renamed = await tx.select().from(applications).where(open)
  await tx.update(applications).set(name).where(open)
  for (const row of renamed) {
    await unindexSearch(tx, row)
    if (row.status === 'returned') await indexSearch(tx, { ...row, ...name })
  }
}

/**
 * The person behind a sign-in. A known identity is its person; a new one whose ID type and number already
 * belong to somebody is attached to them; everybody else is registered (contract section 2).
 */
export async function recogniseAtSignIn(tx: Db, signIn: SignIn, now: Date): Promise<{ personId: string }> {
  const known = await findByIdentity(tx, signIn.issuer, signIn.sub)
  const personId =
    known ??
    (await personIdOf(tx, idIndexOf(signIn.idType, signIn.idNumber))) ??
    (await registerPerson(tx, signIn, now)).personId
  if (!known) {
    await tx.insert(identities).values({ issuer: signIn.issuer, sub: signIn.sub, personId, boundAt: now })
  }
  await bindInvitations(tx, personId, idIndexOf(signIn.idType, signIn.idNumber))
  await refreshDetails(tx, personId, signIn)
  await recordEvent(tx, { at: now, actorId: personId, role: 'applicant', verb: 'signIn', personId })
  return { personId }
}

const toPerson = ({ id, name, idType, sealed }: typeof people.$inferSelect): Person => ({
  id,
  name,
  idType,
  ...openJson<Sealed>(keyring(), personContext(id), sealed),
})

/** A person with ID number and mobile opened, or nothing. */
export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const [row] = await db.select().from(people).where(eq(people.id, id))
  return row && toPerson(row)
}

/** People by their ids, as `findPerson` gives each, in one question; who is not there is left out. */
export async function findPeople(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, toPerson(row)] as const))
}

/** The people behind a blind index of an ID number or a mobile. */
export async function findPeopleByIndex(db: Db, indices: readonly string[]): Promise<string[]> {
  const wanted = [...indices]
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(or(inArray(people.idIndex, wanted), inArray(people.mobileIndex, wanted)))
  return rows.map((row) => row.id)
}
