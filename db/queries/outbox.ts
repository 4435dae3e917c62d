import { and, asc, desc, eq, gt, lt, lte, ne } from 'drizzle-orm'
import { type Content, messageText } from '#lib/messages/templates'
import { blindIndex, canonicalMobile } from '#lib/protect/blind'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { openJson, sealJson } from '#lib/protect/seal'
import { outbox } from '../schema.ts'
import type { Db } from '../store.ts'

/** A message to a mobile. */
export interface Message extends Content {
  readonly mobile: string
  /** Whom it is about; the stand-in's codes are about nobody yet. */
  readonly personId?: string
}

/** What is sealed; an earlier release kept the text instead. */
type Kept = Message | { readonly mobile: string; readonly text: string }

const readKept = (kept: Kept): Message =>
  'text' in kept ? { mobile: kept.mobile, template: 'plain', params: { text: kept.text } } : kept

/** In place of the index of a message that was taken out to be sent: it is handed over once, not twice. */
const TAKEN = ''
const indexOf = (mobile: string) => blindIndex(keyring(), 'mobile', canonicalMobile(mobile))

// The row has no id before it is stored, so the seal is bound to a random one of its own.
interface Envelope {
  readonly seal: string
  readonly body: Buffer
}

const context = (seal: string) => `outbox.sealed:${seal}`
/** The random id in front of a sealed message. */
export const SEAL_LENGTH = 24
const pack = ({ seal, body }: Envelope) => Buffer.concat([Buffer.from(seal), body])
const unpack = (sealed: Buffer): Envelope => ({
  seal: sealed.subarray(0, SEAL_LENGTH).toString(),
  body: sealed.subarray(SEAL_LENGTH),
})
/** What the message in a stored column is sealed under. */
export const messageContext = (sealed: Buffer) => context(unpack(sealed).seal)

/**
 * Puts a message into the outbox.
 * @param leavesAt when it may be seen; decisions wait until they can no longer be undone (D15)
 */
export async function sendMessage(tx: Db, message: Message, now: Date, leavesAt = now): Promise<void> {
  const seal = newId()
  await tx.insert(outbox).values({
    toIndex: indexOf(message.mobile),
    sealed: pack({ seal, body: sealJson(keyring(), context(seal), message) }),
    createdAt: now,
    leavesAt,
  })
}

const openMessage = (sealed: Buffer): Message =>
  readKept(openJson<Kept>(keyring(), messageContext(sealed), unpack(sealed).body))

/** The newest messages that have left, as the demo's telephones show them. */
export async function listMessages(
  db: Db,
  now: Date,
  most: number,
): Promise<{ mobile: string; text: string; sentAt: Date; id: number }[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(lte(outbox.leavesAt, now))
    .orderBy(desc(outbox.leavesAt), desc(outbox.id))
    .limit(most)
  return rows.map((row) => {
    const message = openMessage(row.sealed)
    return { mobile: message.mobile, text: messageText(message), sentAt: row.leavesAt, id: row.id }
  })
}

/**
 * Ids of messages that may leave and that nobody has taken, the longest due first.
 * @param until what leaves before it is due
 * @param since what should have left before it is no longer looked at
 */
export async function dueMessages(db: Db, until: Date, since: Date, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(lt(outbox.leavesAt, until), gt(outbox.leavesAt, since), ne(outbox.toIndex, TAKEN)))
    .orderBy(asc(outbox.leavesAt), asc(outbox.id))
    .limit(most)
  return rows.map((row) => row.id)
}

/** Takes a message out to be sent. @returns nothing when somebody else has it, or it was recalled */
export async function takeMessage(
  tx: Db,
  id: number,
): Promise<{ message: Message; writtenAt: Date } | undefined> {
  const [row] = await tx
    .update(outbox)
    .set({ toIndex: TAKEN })
    .where(and(eq(outbox.id, id), ne(outbox.toIndex, TAKEN)))
    .returning({ sealed: outbox.sealed, writtenAt: outbox.createdAt })
  return row && { message: openMessage(row.sealed), writtenAt: row.writtenAt }
}

/** Puts a message back that was taken out and not accepted. */
export async function giveBackMessage(tx: Db, id: number, mobile: string, leavesAt: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ toIndex: indexOf(mobile), leavesAt })
    .where(eq(outbox.id, id))
}

/** Takes back the messages to a mobile that a decision of that instant wrote and that have not left (D15). */
export async function recallMessages(tx: Db, mobile: string, writtenAt: Date): Promise<void> {
  await tx
    .delete(outbox)
    .where(
      and(
        eq(outbox.toIndex, indexOf(mobile)),
        eq(outbox.createdAt, writtenAt),
        gt(outbox.leavesAt, writtenAt),
      ),
    )
}
