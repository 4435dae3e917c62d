import { countAttempt, forgetAttempts } from '#db/queries/attempts'
import { findAccount, setAccountPassword } from '#db/queries/idp'
import type { Store } from '#db/store'
import { accountKey, detailsOf, findAccountOfNumber } from './accounts.ts'
import { answersCaptcha, WRONG_CAPTCHA } from './captcha.ts'
import { BusyError, hashPassword, passwordProblem } from './passwords.ts'
import { changeTicket, issueTicket, peekTicket, redeemTicket, takeTicket } from './tickets.ts'

/** Recoveries of one ID number from one address in a quarter of an hour: strangers elsewhere use up nothing. */
const MOST = 5
const WINDOW_MS = 15 * 60_000

export type Recovering =
  | { readonly problems: Readonly<Record<string, string>> }
  | { readonly recovery: string }

/**
 * Begins a recovery by name, ID number and captcha. A pair that fits nobody goes the same way up to the face
 * check, which it does not pass.
 */
export async function beginRecovery(
  store: Store,
  typed: { name: string; idNumber: string; captchaId: string; captcha: string; address: string },
  now: Date,
): Promise<Recovering> {
  const problems: Record<string, string> = {}
  const name = typed.name.normalize('NFC').trim()
  if (name === '') problems.name = '请填写姓名。'
  if (typed.idNumber.trim() === '') problems.idNumber = '请填写证件号码。'
  const solved = await store.write((tx) => answersCaptcha(tx, typed.captchaId, typed.captcha, now))
  if (!solved) problems.captcha = WRONG_CAPTCHA
  if (Object.keys(problems).length > 0) return { problems }
  const account = await findAccountOfNumber(store.read, typed.idNumber)
  const sub = account && detailsOf(account).name === name ? account.sub : undefined
  return store.write(async (tx) => {
    const key = `idp-recovery:${accountKey(typed.idNumber)}:${accountKey(typed.address)}`
    const tries = await countAttempt(tx, key, WINDOW_MS, now)
    if (tries > MOST) return { problems: { idNumber: '找回次数较多，请 15 分钟后再试。' } }
    return { recovery: await issueTicket(tx, 'recovery', { sub, passed: false }, now) }
  })
}

/** A new page for the telephone's face check, used once. @returns nothing when the recovery has lapsed */
export const askFace = (store: Store, recovery: string, now: Date): Promise<string | undefined> =>
  store.write(async (tx) =>
    (await peekTicket(tx, 'recovery', recovery, now))
      ? issueTicket(tx, 'face', { recovery }, now)
      : undefined,
  )

/** What the telephone answers. @returns whether the page still counted */
export const answerFace = (store: Store, face: string, passed: boolean, now: Date): Promise<boolean> =>
  store.write(async (tx) => {
    const asked = await redeemTicket(tx, 'face', face, now)
    const waiting = asked && (await takeTicket(tx, 'recovery', asked.recovery, now))
    if (!asked || !waiting) return false
    await changeTicket(tx, 'recovery', asked.recovery, { ...waiting, passed })
    return true
  })

/** Whether the recovery may set a password now. */
export async function mayReset(store: Store, recovery: string, now: Date): Promise<boolean> {
  const waiting = await peekTicket(store.read, 'recovery', recovery, now)
  return waiting?.passed === true && waiting.sub !== undefined
}

export type Reset = 'done' | 'lapsed' | { readonly problem: string }

/** Sets the new password; the recovery is used up, the account's sessions here end. */
export async function resetPassword(
  store: Store,
  recovery: string,
  password: string,
  now: Date,
): Promise<Reset> {
  const problem = passwordProblem(password)
  if (problem) return { problem }
  if (!(await mayReset(store, recovery, now))) return 'lapsed'
  let passwordHash: string
  try {
    passwordHash = await hashPassword(password)
  } catch (error) {
    if (error instanceof BusyError) return { problem: '现在使用的人较多，请稍后再试。' }
    throw error
  }
  return store.write(async (tx) => {
    const waiting = await redeemTicket(tx, 'recovery', recovery, now)
    const account = waiting?.passed && waiting.sub ? await findAccount(tx, waiting.sub) : undefined
    if (!account) return 'lapsed'
    await setAccountPassword(tx, account.sub, passwordHash, now)
    const { idNumber, mobile } = detailsOf(account)
    for (const typed of [idNumber, mobile]) await forgetAttempts(tx, `idp-login:${accountKey(typed)}`)
    return 'done'
  })
}
