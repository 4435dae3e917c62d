import { createHash } from 'node:crypto'
import { type AccountRow, findAccount } from '#db/queries/idp'
import type { Db, Store } from '#db/store'
import { changeTicket, issueTicket, peekTicket, redeemTicket, type ScanApp, takeTicket } from './tickets.ts'

/** The applications that may scan, as the sign-in page names them. WeChat has to be bound first (guide 2.2). */
export const SCAN_APPS: Readonly<Record<ScanApp, string>> = {
  alipay: '支付宝',
  yushiban: '豫事办',
  wechat: '微信',
}

export const isScanApp = (text: string): text is ScanApp => Object.hasOwn(SCAN_APPS, text)

/** The cookie by which the telephone's WeChat is known again; it names the ticket that binds it. */
export const wechatCookieName = 'idp_wechat'

/** A browser begins to wait for a telephone. @returns its secret, which the QR code does not show */
export const beginScan = (store: Store, app: ScanApp, request: string, now: Date): Promise<string> =>
  store.write((tx) => issueTicket(tx, 'scan', { app, request }, now))

/** A new page for the telephone. @returns nothing when the browser has waited too long */
export const askPhone = (
  store: Store,
  scan: string,
  now: Date,
): Promise<{ phone: string; app: ScanApp; request: string } | undefined> =>
  store.write(async (tx) => {
    const waiting = await peekTicket(tx, 'scan', scan, now)
    return waiting && { ...waiting, phone: await issueTicket(tx, 'phone', { scan }, now) }
  })

/** The telephone says who it is: its page is used up. @returns whether it still counted */
export const answerPhone = (store: Store, phone: string, sub: string, now: Date): Promise<boolean> =>
  store.write(async (tx) => {
    const asked = await redeemTicket(tx, 'phone', phone, now)
    const waiting = asked && (await takeTicket(tx, 'scan', asked.scan, now))
    if (!asked || !waiting || waiting.sub !== undefined) return false
    await changeTicket(tx, 'scan', asked.scan, { ...waiting, sub })
    return true
  })

/** The waiting browser goes on, once. @returns nothing while the telephone has not answered, or too late */
export const takeScan = (
  store: Store,
  scan: string,
  now: Date,
): Promise<{ sub: string; request: string } | undefined> =>
  store.write(async (tx) => {
    const waiting = await takeTicket(tx, 'scan', scan, now)
    if (waiting?.sub === undefined) return undefined
    await redeemTicket(tx, 'scan', scan, now)
    return { sub: waiting.sub, request: waiting.request }
  })

const passwordMark = (account: AccountRow) =>
  createHash('sha256').update(account.passwordHash).digest('base64url')

/** Binds the WeChat account of a telephone. @returns what the telephone keeps */
export async function bindWechat(tx: Db, sub: string, now: Date): Promise<string> {
  const account = await findAccount(tx, sub)
  if (!account) throw new Error('The account is gone.')
  return issueTicket(tx, 'wechat', { sub, password: passwordMark(account) }, now)
}

/** The account that the WeChat of a telephone is bound to; a new password undoes the binding. */
export async function boundAccount(
  db: Db,
  kept: string | undefined,
  now: Date,
): Promise<AccountRow | undefined> {
  const bound = kept && (await peekTicket(db, 'wechat', kept, now))
  const account = bound ? await findAccount(db, bound.sub) : undefined
  return bound && account && passwordMark(account) === bound.password ? account : undefined
}
