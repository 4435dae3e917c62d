import { createHash, randomBytes } from 'node:crypto'
import {
  consumeTicket,
  findTicket,
  holdTicket,
  insertTicket,
  type TicketRow,
  ticketContext,
  updateTicket,
} from '#db/queries/idp'
import type { Db } from '#db/store'
import { keyring } from '#lib/protect/current'
import { openJson, sealJson } from '#lib/protect/seal'
import type { AccountDetails } from './accounts.ts'
import type { AuthorizationRequest } from './request.ts'

/** The applications of a telephone that sign in by scanning. */
export type ScanApp = 'alipay' | 'yushiban' | 'wechat'

/** What each kind of ticket says, and how many milliseconds it counts. */
export interface Tickets {
  /** A sign-in on its way; what was typed wrong is kept here and not in an address. */
  readonly request: {
    readonly asked: AuthorizationRequest | undefined
    readonly account?: string
    readonly problem?: string
    readonly captcha?: boolean
  }
  readonly code: { readonly sub: string; readonly authTime: number; readonly asked: AuthorizationRequest }
  readonly access: { readonly sub: string }
  readonly captcha: { readonly text: string; readonly words: string; readonly answer: string }
  /** A form to be shown again: what was typed, without secrets, and what is wrong with it. */
  readonly form: {
    readonly values: Readonly<Record<string, string>>
    readonly problems: Readonly<Record<string, string>>
  }
  /** A registration whose particulars are right; it waits for the captcha before a code is sent. */
  readonly applicant: { readonly details: AccountDetails; readonly passwordHash: string }
  /** A registration that waits for the code its mobile was sent. */
  readonly registration: {
    readonly details: AccountDetails
    readonly passwordHash: string
    readonly code: string
    readonly tries: number
  }
  /** A recovery on its way; without a subject when name and number fit nobody, which no page shows. */
  readonly recovery: { readonly sub: string | undefined; readonly passed: boolean }
  /** The page that a telephone opens for the face check of a recovery. */
  readonly face: { readonly recovery: string }
  /** A browser that waits for a telephone to sign it in, and the sign-in that it is on. */
  readonly scan: { readonly app: ScanApp; readonly request: string; readonly sub?: string }
  /** The page that the telephone opens for it; what was typed wrong there is kept here. */
  readonly phone: {
    readonly scan: string
    readonly account?: string
    readonly problem?: string
    readonly captcha?: boolean
  }
  /** A WeChat account that has been bound; it counts while the account's password stays. */
  readonly wechat: { readonly sub: string; readonly password: string }
}

/** How long a bound WeChat account is known. */
export const WECHAT_MS = 180 * 24 * 60 * 60_000

const LIFE_MS: Record<keyof Tickets, number> = {
  request: 30 * 60_000,
  code: 60_000,
  access: 5 * 60_000,
  captcha: 5 * 60_000,
  form: 30 * 60_000,
  applicant: 15 * 60_000,
  registration: 5 * 60_000,
  recovery: 15 * 60_000,
  face: 5 * 60_000,
  scan: 10 * 60_000,
  phone: 2 * 60_000,
  wechat: WECHAT_MS,
}

const rowId = (secret: string) => createHash('sha256').update(secret).digest('hex')
const read = <K extends keyof Tickets>(row: TicketRow | undefined): Tickets[K] | undefined =>
  row && openJson<Tickets[K]>(keyring(), ticketContext(row.id), row.sealed)

/** Writes a ticket. @returns the 256 random bits that name it, of which the store keeps the SHA-256 only */
export async function issueTicket<K extends keyof Tickets>(
  tx: Db,
  kind: K,
  content: Tickets[K],
  now: Date,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const id = rowId(secret)
  const expiresAt = new Date(now.getTime() + LIFE_MS[kind])
  await insertTicket(
    tx,
    { id, kind, sealed: sealJson(keyring(), ticketContext(id), content), expiresAt },
    now,
  )
  return secret
}

/** Changes what a ticket says; its time runs on. */
export async function changeTicket<K extends keyof Tickets>(
  tx: Db,
  _kind: K,
  secret: string,
  content: Tickets[K],
): Promise<void> {
  const id = rowId(secret)
  await updateTicket(tx, id, sealJson(keyring(), ticketContext(id), content))
}

/** What a ticket says, while it counts. */
export async function peekTicket<K extends keyof Tickets>(
  db: Db,
  kind: K,
  secret: string,
  now: Date,
): Promise<Tickets[K] | undefined> {
  return read<K>(await findTicket(db, rowId(secret), kind, now))
}

/** The same, for a write that goes on to change it: parallel tries are counted one after the other. */
export async function takeTicket<K extends keyof Tickets>(
  tx: Db,
  kind: K,
  secret: string,
  now: Date,
): Promise<Tickets[K] | undefined> {
  return read<K>(await holdTicket(tx, rowId(secret), kind, now))
}

/** The same, used up: a second call gets nothing. */
export async function redeemTicket<K extends keyof Tickets>(
  tx: Db,
  kind: K,
  secret: string,
  now: Date,
): Promise<Tickets[K] | undefined> {
  return read<K>(await consumeTicket(tx, rowId(secret), kind, now))
}
