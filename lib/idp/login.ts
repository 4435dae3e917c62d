import { attemptsInWindow, countAttempt, forgetAttempts } from '#db/queries/attempts'
import type { Store } from '#db/store'
import { accountKey, findTypedAccount } from './accounts.ts'
import { answersCaptcha } from './captcha.ts'
import { BusyError, passwordFits } from './passwords.ts'

/** Failures are counted over a quarter of an hour. */
const WINDOW_MS = 15 * 60_000
/** After so many failures of an account a captcha is asked … */
export const CAPTCHA_AFTER = 3
/** … and after so many it may be tried once in ten seconds: slower, never locked. */
export const SLOW_AFTER = 6
const ACCOUNT_PACE_MS = 10_000
/** One address, behind which a whole office may sit. */
export const ADDRESS_SLOW_AFTER = 30
const ADDRESS_PACE_MS = 2_000

export interface LoginAttempt {
  readonly account: string
  readonly password: string
  readonly captchaId: string
  readonly captcha: string
  /** Network address of the browser. */
  readonly address: string
}

export type LoginOutcome =
  | { readonly sub: string }
  /** What to say, and whether the next attempt needs a captcha. */
  | { readonly problem: string; readonly captcha: boolean }

export const PROBLEMS = {
  empty: '请填写身份证号或手机号，以及密码。',
  wrong: '账号或密码不正确，请检查后再试。忘记密码的，可以找回密码。',
  captcha: '验证码不正确，请按新的题目再填一次。',
  slow: '尝试次数较多，请 10 秒后再试。',
  busy: '现在登录的人较多，请稍后再试。',
} as const

/** Whether this attempt comes too soon after the last one that was allowed. */
async function tooSoon(
  store: Store,
  key: string,
  failures: number,
  limit: number,
  paceMs: number,
  now: Date,
) {
  if (failures < limit) return false
  return (await store.write((tx) => countAttempt(tx, `${key}:pace`, paceMs, now))) > 1
}

/**
 * One attempt to sign in. An unknown account and a wrong password are told in the same words, after the same
 * work; failures ask for a captcha first and slow the next attempts down, but lock nobody out.
 */
export async function attemptLogin(store: Store, attempt: LoginAttempt, now: Date): Promise<LoginOutcome> {
  const key = `idp-login:${accountKey(attempt.account)}`
  const addressKey = `idp-address:${accountKey(attempt.address)}`
  const failures = await attemptsInWindow(store.read, key, WINDOW_MS, now)
  const fail = (problem: string, count = failures) => ({ problem, captcha: count >= CAPTCHA_AFTER })
  if (attempt.account.trim() === '' || attempt.password === '') return fail(PROBLEMS.empty)
  if (failures >= CAPTCHA_AFTER) {
    const { captchaId, captcha } = attempt
    if (!(await store.write((tx) => answersCaptcha(tx, captchaId, captcha, now))))
      return fail(PROBLEMS.captcha)
  }
  const fromAddress = await attemptsInWindow(store.read, addressKey, WINDOW_MS, now)
  if (
    (await tooSoon(store, key, failures, SLOW_AFTER, ACCOUNT_PACE_MS, now)) ||
    (await tooSoon(store, addressKey, fromAddress, ADDRESS_SLOW_AFTER, ADDRESS_PACE_MS, now))
  ) {
    return fail(PROBLEMS.slow)
  }
  const account = await findTypedAccount(store.read, attempt.account)
  try {
    if (await passwordFits(account?.passwordHash, attempt.password)) {
      await store.write((tx) => forgetAttempts(tx, key))
      return { sub: account?.sub ?? '' }
    }
  } catch (error) {
    if (error instanceof BusyError) return fail(PROBLEMS.busy)
    throw error
  }
  const count = await store.write(async (tx) => {
    await countAttempt(tx, addressKey, WINDOW_MS, now)
    return countAttempt(tx, key, WINDOW_MS, now)
  })
  return fail(PROBLEMS.wrong, count)
}
