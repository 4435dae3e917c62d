import { DEMO_PEOPLE } from '#db/seed/people'
import type { Visitor } from './visitor.ts'

/** The ID number of somebody in the demo. */
export const numberOf = (key: string): string =>
  DEMO_PEOPLE.find((person) => person.key === key)?.idNumber ?? ''

const DIGITS = '零一二三四五六七八九'
/** The answer to the question in words that stands on a page. */
export function answerOn(html: string): string {
  const [, a = '', b = ''] = /(.)加(.)等于几/.exec(html) ?? []
  return String(DIGITS.indexOf(a) + DIGITS.indexOf(b))
}

/** The page again with its captcha in words, and the answer to it. */
export async function inWords(visitor: Visitor, path: string) {
  const page = await visitor.open(`${path}${path.includes('?') ? '&' : '?'}captcha=text`)
  return { page, captcha: answerOn(page.body) }
}

/** The path of the telephone's page that a QR code shows. */
export const telephoneOn = (html: string) =>
  new URL(/href="([^"]*\/idp\/(?:face|scan)\/[\w-]{43})"/.exec(html)?.[1] ?? '').pathname

/** The newest code in the outbox. */
export async function codeSent(visitor: Visitor): Promise<string> {
  return /验证码 (\d{6})/.exec((await visitor.open('/idp/outbox')).body)?.[1] ?? ''
}
