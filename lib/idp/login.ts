import { attemptsInWindow, countAttempt, forgetAttempts } from '#db/queries/attempts'
import type { Store } from '#db/store'
import { accountKey, findTypedAccount } from './accounts.ts'
import { answersCaptcha, WRONG_CAPTCHA } from './captcha.ts'
import { isDeviceOf } from './devices.ts'
import { BusyError, passwordFits } from './passwords.ts'

/** Failures are counted over a quarter of an hour. */
const WINDOW_MS = 15 * 60_000
/** After so many failures of an account a captcha is asked … */
export const CAPTCHA_AFTER = 3
/** … and after so many from one place it may be tried from there once in ten seconds: slower, never locked. */
export const SLOW_AFTER = 6
const PACE_MS = 10_000
/** After so many failures from one address, behind which a whole office may sit, everybody there gets a captcha. */
export const ADDRESS_CAPTCHA_AFTER = 30

export interface LoginAttempt {
  readonly account: string
  readonly password: string
  readonly captchaId: string
  readonly captcha: string
  /** Network address of the browser. */
  readonly address: string
  /** Cookie of a browser that has signed in before (`devices.ts`). */
  readonly device?: string | undefined
}

export type LoginOutcome =
  | { readonly sub: string }
  /** What to say, and whether the next attempt needs a captcha. */
  | { readonly problem: string; readonly captcha: boolean }

export const PROBLEMS = {
  empty: '请填写身份证号或手机号，以及密码。',
  wrong: '账号或密码不正确，请检查后再试。忘记密码的，可以找回密码。',
  captcha: WRONG_CAPTCHA,
  slow: '尝试次数较多，请 10 秒后再试。',
  busy: '现在登录的人较多，请稍后再试。',
} as const

/**
 * One attempt to sign in. An unknown account and a wrong password are told in the same words, after the same
 * work. Failures ask for a captcha first and slow down further attempts from the same place; other places are not
 * slowed down, nor is a browser that the account's owner has used before: strangers lock nobody out.
 */
export async function attemptLogin(store: Store, attempt: LoginAttempt, now: Date): Promise<LoginOutcome> {
  const { account: typed, password, captchaId, captcha, address, device } = attempt
  const account = await findTypedAccount(store.read, typed)
  const known = account !== undefined && isDeviceOf(device, account.sub)
  const everywhere = `idp-login:${accountKey(typed)}`
  const fromAddress = `idp-address:${accountKey(address)}`
  const here = `${everywhere}:${accountKey(known && device ? device : address)}`
  const counted = known ? here : everywhere
  const soFar = (key: string) => attemptsInWindow(store.read, key, WINDOW_MS, now)
  const failures = await soFar(counted)
  const crowded = !known && (await soFar(fromAddress)) >= ADDRESS_CAPTCHA_AFTER
  const fail = (problem: string, count = failures) => ({
    problem,
    captcha: crowded || count >= CAPTCHA_AFTER,
  })
  if (typed.trim() === '' || password === '') return fail(PROBLEMS.empty)
  const asked = crowded || failures >= CAPTCHA_AFTER
  const solved = asked && (await store.write((tx) => answersCaptcha(tx, captchaId, captcha, now)))
  if (asked && !solved) return fail(PROBLEMS.captcha)
  if ((await soFar(here)) >= SLOW_AFTER) {
    const tries = await store.write((tx) => countAttempt(tx, `${here}:pace`, PACE_MS, now))
    if (tries > 1) return fail(PROBLEMS.slow)
  }
  // Counted before the password is looked at: attempts that come together all count.
  const count = await store.write(async (tx) => {
    if (counted !== here) await countAttempt(tx, here, WINDOW_MS, now)
    return countAttempt(tx, counted, WINDOW_MS, now)
  })
  if (count > CAPTCHA_AFTER && !solved) return fail(PROBLEMS.captcha, count)
  try {
    const fits = await passwordFits(account?.passwordHash, password)
    if (account && fits) {
      await store.write(async (tx) => {
        for (const key of new Set([counted, here])) await forgetAttempts(tx, key)
      })
      return { sub: account.sub }
    }
  } catch (error) {
    if (error instanceof BusyError) return fail(PROBLEMS.busy, count)
    throw error
  }
  await store.write((tx) => countAttempt(tx, fromAddress, WINDOW_MS, now))
  return fail(PROBLEMS.wrong, count)
}
