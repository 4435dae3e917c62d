import { randomInt } from 'node:crypto'
import { countAttempt } from '#db/queries/attempts'
import { findAccountByMobile } from '#db/queries/idp'
import { sendMessage } from '#db/queries/outbox'
import type { Store } from '#db/store'
import {
  type AccountDetails,
  addAccount,
  canonicalAccount,
  findAccountOfNumber,
  mobileIndexOf,
} from './accounts.ts'
import { answersCaptcha, WRONG_CAPTCHA } from './captcha.ts'
import { ID_TYPES, isResidentNumber } from './id-types.ts'
import { BusyError, hashPassword, passwordProblem } from './passwords.ts'
import { changeTicket, issueTicket, peekTicket, redeemTicket, takeTicket } from './tickets.ts'

type Fields = Readonly<Record<'name' | 'idType' | 'idNumber' | 'mobile' | 'password', string>>
export type Problems = Readonly<Record<string, string>>

export type Registering =
  | { readonly problems: Problems }
  /** Name of the registration that waits for the captcha. */
  | { readonly applicant: string }

/** Messages to one mobile in a quarter of an hour. */
const MOST_MESSAGES = 5
const WINDOW_MS = 15 * 60_000
/** Wrong codes before the registration must begin again. */
const MOST_TRIES = 5

/** Cleans what was typed and says what is wrong with it, by field. */
export function checkRegistration(typed: Fields): { details: AccountDetails; problems: Problems } {
  const details = {
    name: typed.name.normalize('NFC').trim(),
    idType: typed.idType,
    idNumber: canonicalAccount(typed.idNumber),
    mobile: canonicalAccount(typed.mobile),
  }
  const problems: Record<string, string> = {}
  if (!/^[\p{Script=Han}\p{L}·. ]{2,50}$/u.test(details.name))
    problems.name = '请填写证件上的姓名，2 至 50 个字。'
  if (!ID_TYPES.some(([code]) => code === details.idType)) problems.idType = '请选择证件类型。'
  if (details.idType === '111' && !isResidentNumber(details.idNumber)) {
    problems.idNumber = '身份证号码不正确，应为 18 位，最后一位是数字或 X。'
  } else if (!/^[\dA-Z]{5,20}$/.test(details.idNumber)) {
    problems.idNumber = '证件号码应为 5 至 20 位数字或字母。'
  }
  if (!/^1[3-9]\d{9}$/.test(details.mobile)) problems.mobile = '手机号应为 11 位数字。'
  const weak = passwordProblem(typed.password)
  if (weak) problems.password = weak
  return { details, problems }
}

const newCode = () => String(randomInt(1_000_000)).padStart(6, '0')

/**
 * The first part of a registration: checks what was typed. Whether the number or the mobile is taken already is
 * not told here, where anybody could ask.
 */
export async function beginRegistration(store: Store, typed: Fields, now: Date): Promise<Registering> {
  const { details, problems } = checkRegistration(typed)
  if (Object.keys(problems).length > 0) return { problems }
  let passwordHash: string
  try {
    passwordHash = await hashPassword(typed.password)
  } catch (error) {
    if (error instanceof BusyError) return { problems: { password: '现在注册的人较多，请稍后再试。' } }
    throw error
  }
  return {
    applicant: await store.write((tx) => issueTicket(tx, 'applicant', { details, passwordHash }, now)),
  }
}

type CodeSent = 'lapsed' | { readonly problem: string } | { readonly pending: string }

/** The second part: against a captcha a code is sent to the mobile, whoever it belongs to; again on demand. */
export const sendRegistrationCode = (
  store: Store,
  typed: { applicant: string; captchaId: string; captcha: string },
  now: Date,
): Promise<CodeSent> =>
  store.write(async (tx) => {
    const applicant = await peekTicket(tx, 'applicant', typed.applicant, now)
    if (!applicant) return 'lapsed'
    if (!(await answersCaptcha(tx, typed.captchaId, typed.captcha, now))) return { problem: WRONG_CAPTCHA }
    const { mobile } = applicant.details
    const sent = await countAttempt(tx, `idp-sms:${mobileIndexOf(mobile)}`, WINDOW_MS, now)
    if (sent > MOST_MESSAGES) return { problem: '这个手机号的短信发送较多，请 15 分钟后再试。' }
    const code = newCode()
    await sendMessage(tx, { mobile, template: 'code', params: { code } }, now)
    return { pending: await issueTicket(tx, 'registration', { ...applicant, code, tries: 0 }, now) }
  })

export type Registered = 'done' | 'taken' | 'mobileTaken' | 'wrongCode' | 'lapsed'

/** The last part: the code that the mobile was sent makes the account, or tells that there is one. */
export async function finishRegistration(
  store: Store,
  pending: string,
  typed: string,
  now: Date,
): Promise<Registered> {
  return store.write(async (tx) => {
    const waiting = await takeTicket(tx, 'registration', pending, now)
    if (!waiting) return 'lapsed'
    if (typed.normalize('NFKC').replace(/\s/g, '') !== waiting.code) {
      const tries = waiting.tries + 1
      if (tries < MOST_TRIES) await changeTicket(tx, 'registration', pending, { ...waiting, tries })
      else await redeemTicket(tx, 'registration', pending, now)
      return tries < MOST_TRIES ? 'wrongCode' : 'lapsed'
    }
    await redeemTicket(tx, 'registration', pending, now)
    const { details, passwordHash } = waiting
    if (await findAccountOfNumber(tx, details.idNumber)) return 'taken'
    if (await findAccountByMobile(tx, mobileIndexOf(details.mobile))) return 'mobileTaken'
    await addAccount(tx, details, passwordHash, now)
    return 'done'
  })
}
