import { and, desc, eq, gt, lte } from 'drizzle-orm'
import { blindIndex, canonicalMobile } from '#lib/protect/blind'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { openJson, sealJson } from '#lib/protect/seal'
import { outbox } from '../schema.ts'
import type { Db } from '../store.ts'

/** A message to a mobile, as its telephone would show it. */
export interface Message {
  readonly mobile: string
  readonly text: string
}

// The row has no id before it is stored, so the seal is bound to a random one of its own.
interface Envelope {
  readonly seal: string
  readonly body: Buffer
}

const context = (seal: string) => `outbox.sealed:${seal}`
const SEAL_LENGTH = 24
const pack = ({ seal, body }: Envelope) => Buffer.concat([Buffer.from(seal), body])
const unpack = (sealed: Buffer): Envelope => ({
  seal: sealed.subarray(0, SEAL_LENGTH).toString(),
  body: sealed.subarray(SEAL_LENGTH),
})

/**
 * Puts a message into the outbox.
 * @param leavesAt when it may be seen; decisions wait until they can no longer be undone (D15)
 */
export async function sendMessage(tx: Db, message: Message, now: Date, leavesAt = now): Promise<void> {
  const seal = newId()
  await tx.insert(outbox).values({
    toIndex: blindIndex(keyring(), 'mobile', canonicalMobile(message.mobile)),
    sealed: pack({ seal, body: sealJson(keyring(), context(seal), message) }),
    createdAt: now,
    leavesAt,
  })
}

/** The newest messages that have left. */
export async function listMessages(
  db: Db,
  now: Date,
  most: number,
): Promise<(Message & { sentAt: Date; id: number })[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(lte(outbox.leavesAt, now))
    .orderBy(desc(outbox.leavesAt), desc(outbox.id))
    .limit(most)
  return rows.map((row) => {
    const { seal, body } = unpack(row.sealed)
    return { ...openJson<Message>(keyring(), context(seal), body), sentAt: row.leavesAt, id: row.id }
  })
}

/** Takes back the messages to a mobile that a decision of that instant wrote and that have not left (D15). */
export async function recallMessages(tx: Db, mobile: string, writtenAt: Date): Promise<void> {
  const toIndex = blindIndex(keyring(), 'mobile', canonicalMobile(mobile))
  await tx
    .delete(outbox)
    .where(and(eq(outbox.toIndex, toIndex), eq(outbox.createdAt, writtenAt), gt(outbox.leavesAt, writtenAt)))
}
