import { randomInt } from 'node:crypto'
import svgCaptcha from 'svg-captcha'
import type { Db, Store } from '#db/store'
import { scalar } from '../forms.ts'
import { issueTicket, peekTicket, redeemTicket } from './tickets.ts'

// The package's main function draws a given text; its types leave that out.
const draw = svgCaptcha as unknown as (text: string, options: svgCaptcha.ConfigObject) => string

const DIGITS = [...'零一二三四五六七八九']

/** A sum of two digits, to be drawn and to be read out. */
function sum() {
  const [a, b] = [randomInt(1, 10), randomInt(1, 10)]
  return { text: `${a}+${b}`, words: `${DIGITS[a]}加${DIGITS[b]}等于几？请填数字。`, answer: String(a + b) }
}

/** Asks a new question. @returns the name under which it is drawn and answered, once */
export async function askCaptcha(store: Store, now: Date): Promise<{ id: string; words: string }> {
  const question = sum()
  return { id: await store.write((tx) => issueTicket(tx, 'captcha', question, now)), words: question.words }
}

/** The question as a picture, or nothing when it has lapsed. */
export async function drawCaptcha(db: Db, id: string, now: Date): Promise<string | undefined> {
  const question = await peekTicket(db, 'captcha', id, now)
  return question && draw(`${question.text}=?`, { width: 160, height: 56, noise: 2, fontSize: 62 })
}

export const WRONG_CAPTCHA = '验证码不正确，请按新的题目再填一次。'

/** What a form answers to which question. */
export const typedCaptcha = (form: FormData): { captchaId: string; captcha: string } => ({
  captchaId: scalar(form, 'captchaId'),
  captcha: scalar(form, 'captcha'),
})

/** Whether the answer is right. The question is used up, right or wrong. */
export async function answersCaptcha(tx: Db, id: string, answer: string, now: Date): Promise<boolean> {
  const question = await redeemTicket(tx, 'captcha', id, now)
  return question !== undefined && question.answer === answer.normalize('NFKC').trim()
}
