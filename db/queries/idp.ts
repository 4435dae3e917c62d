import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import { idpAccounts, idpKeys, idpSessions, idpTickets } from '../schema.ts'
import type { Db } from '../store.ts'

// The tables of the stand-in identity platform; only lib/idp calls these, and what is sealed in them is known
// to the rotation of keys.

export type AccountRow = typeof idpAccounts.$inferSelect
export type IdpSessionRow = typeof idpSessions.$inferSelect
export type TicketRow = typeof idpTickets.$inferSelect
export type KeyRow = typeof idpKeys.$inferSelect

/** What the particulars of an account are sealed under. */
export const accountContext = (sub: string) => `idp_accounts.sealed:${sub}`
/** What a ticket says is sealed under. */
export const ticketContext = (id: string) => `idp_tickets.sealed:${id}`
/** What a signing key is sealed under. */
export const keyContext = (id: string) => `idp_keys.sealed:${id}`

/** @throws the store's unique fault when the ID number or the mobile is taken */
export async function insertAccount(tx: Db, row: AccountRow): Promise<void> {
  await tx.insert(idpAccounts).values(row)
}

/** An account by subject. */
export async function findAccount(db: Db, sub: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(idpAccounts).where(eq(idpAccounts.sub, sub))
  return row
}

/** An account by the blind index of its ID number. */
export async function findAccountByIdNumber(db: Db, idIndex: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(idpAccounts).where(eq(idpAccounts.idIndex, idIndex))
  return row
}

/** An account by the blind index of its mobile. */
export async function findAccountByMobile(db: Db, mobileIndex: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(idpAccounts).where(eq(idpAccounts.mobileIndex, mobileIndex))
  return row
}

/** Gives an account a new password; its sessions end. */
export async function setAccountPassword(
  tx: Db,
  sub: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await tx.update(idpAccounts).set({ passwordHash }).where(eq(idpAccounts.sub, sub))
  await tx
    .update(idpSessions)
    .set({ endedAt: now })
    .where(and(eq(idpSessions.sub, sub), isNull(idpSessions.endedAt)))
}

export async function insertIdpSession(tx: Db, id: string, sub: string, now: Date): Promise<void> {
  await tx.insert(idpSessions).values({ id, sub, createdAt: now, endedAt: null })
}

/** A session that was opened after `since` and has not been ended. */
export async function findIdpSession(db: Db, id: string, since: Date): Promise<IdpSessionRow | undefined> {
  const [row] = await db
    .select()
    .from(idpSessions)
    .where(and(eq(idpSessions.id, id), isNull(idpSessions.endedAt), gt(idpSessions.createdAt, since)))
  return row
}

export async function endIdpSession(tx: Db, id: string, now: Date): Promise<void> {
  await tx.update(idpSessions).set({ endedAt: now }).where(eq(idpSessions.id, id))
}

/** Stores a ticket; expired ones are swept on the way. */
export async function insertTicket(tx: Db, row: TicketRow, now: Date): Promise<void> {
  await tx.delete(idpTickets).where(lte(idpTickets.expiresAt, now))
  await tx.insert(idpTickets).values(row)
}

/** Changes what a ticket says; its time runs on. */
export async function updateTicket(tx: Db, id: string, sealed: Buffer): Promise<void> {
  await tx.update(idpTickets).set({ sealed }).where(eq(idpTickets.id, id))
}

const valid = (id: string, kind: string, now: Date) =>
  and(eq(idpTickets.id, id), eq(idpTickets.kind, kind), gt(idpTickets.expiresAt, now))

/** A ticket that still counts. */
export async function findTicket(
  db: Db,
  id: string,
  kind: string,
  now: Date,
): Promise<TicketRow | undefined> {
  const [row] = await db
    .select()
    .from(idpTickets)
    .where(valid(id, kind, now))
  return row
}

/** The same, and no other write sees it until this one has ended. */
export async function holdTicket(
  tx: Db,
  id: string,
  kind: string,
  now: Date,
): Promise<TicketRow | undefined> {
  // A write that changes nothing takes the row's lock; READ COMMITTED then reads what the other has left.
  const [row] = await tx
    .update(idpTickets)
    .set({ kind })
    .where(valid(id, kind, now))
    .returning()
  return row
}

/** The same, used up: of two calls one gets it. */
export async function consumeTicket(
  tx: Db,
  id: string,
  kind: string,
  now: Date,
): Promise<TicketRow | undefined> {
  const [row] = await tx
    .delete(idpTickets)
    .where(valid(id, kind, now))
    .returning()
  return row
}

/** Signing keys, oldest first. */
export const listKeys = (db: Db): Promise<KeyRow[]> =>
  Promise.resolve(db.select().from(idpKeys).orderBy(asc(idpKeys.createdAt), asc(idpKeys.id)))

export async function insertKey(tx: Db, row: KeyRow): Promise<void> {
  await tx.insert(idpKeys).values(row)
}
