import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listMessages } from '#db/queries/outbox'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { createKeyring } from '#lib/protect/keyring'
import { findTypedAccount } from './accounts.ts'
import { askCaptcha } from './captcha.ts'
import { ID_TYPES, isResidentNumber } from './id-types.ts'
import { attemptLogin } from './login.ts'
import { passwordProblem } from './passwords.ts'
import { answerFace, askFace, beginRecovery, mayReset, resetPassword } from './recovery.ts'
import { beginRegistration, checkRegistration, finishRegistration, sendRegistrationCode } from './register.ts'
import { liveIdpSession, openIdpSession } from './sessions.ts'
import { peekTicket } from './tickets.ts'

const folder = mkdtempSync(join(tmpdir(), 'idp-people-'))
const NOW = new Date('2026-11-24T02:00:00Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)
const MINUTE = 60_000
const TYPED = {
  name: '李晓明',
  idType: '111',
  idNumber: '410105199203159973',
  mobile: '13800000001',
  password: 'Zhongyuan#9',
}
let store: Store
let remove: () => Promise<void>

beforeAll(async () => {
  process.env.DATA_DIR = folder
  createKeyring(join(folder, 'keyring.json'))
  ;({ store, remove } = await openTestStore())
})

afterAll(async () => {
  await remove()
  rmSync(folder, { recursive: true })
})

const solve = async (at: Date) => {
  const { id } = await askCaptcha(store, at)
  return { captchaId: id, captcha: (await peekTicket(store.read, 'captcha', id, at))?.answer ?? '' }
}
const apply = async (over: Partial<typeof TYPED> = {}, at = NOW) => {
  const outcome = await beginRegistration(store, { ...TYPED, ...over }, at)
  if (!('applicant' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.applicant
}
const send = async (applicant: string, at = NOW) =>
  sendRegistrationCode(store, { applicant, ...(await solve(at)) }, at)
/** A registration that waits for its code. */
const begin = async (over: Partial<typeof TYPED> = {}, at = NOW) => {
  const sent = await send(await apply(over, at), at)
  if (sent === 'lapsed' || !('pending' in sent)) throw new Error(JSON.stringify(sent))
  return sent.pending
}
const codeSent = async (at = NOW) =>
  /\d{6}/.exec((await listMessages(store.read, at, 1))[0]?.text ?? '')?.[0] ?? ''
const signIn = (account: string, password: string) =>
  attemptLogin(store, { account, password, captchaId: '', captcha: '', address: '10.0.0.1' }, NOW)

describe('what is registered', () => {
  test.each([
    ['name', { name: ' ' }],
    ['name', { name: '<b>x</b>' }],
    ['idType', { idType: '999' }],
    ['idNumber', { idNumber: '410105199203159974' }],
    ['idNumber', { idType: '414', idNumber: 'E1' }],
    ['mobile', { mobile: '12800000001' }],
    ['mobile', { mobile: '1380000000' }],
    ['password', { password: 'short12' }],
    ['password', { password: 'Password1' }],
  ])('a wrong %s is said at its field: %o', (field, over) => {
    expect(Object.keys(checkRegistration({ ...TYPED, ...over }).problems)).toEqual([field])
  })

  test.each(ID_TYPES)('ID type %s %s is taken', (idType) => {
    const idNumber = idType === '111' ? TYPED.idNumber : 'H12345678'
    expect(checkRegistration({ ...TYPED, idType, idNumber }).problems).toEqual({})
  })

  test('spaces and small letters are put right', () => {
    const typed = { ...TYPED, idNumber: ' 410105 19920315 9973 ', mobile: '138 0000 0001' }
    expect(checkRegistration(typed)).toEqual({
      details: { name: TYPED.name, idType: '111', idNumber: TYPED.idNumber, mobile: TYPED.mobile },
      problems: {},
    })
  })

  test.each([
    ['410105199203159973', true],
    ['410105199203159972', false],
    ['410105199202309970', false],
    ['41010519920315997', false],
    ['4101051992031599730', false],
    ['', false],
  ])('resident number %s: %s', (number, right) => {
    expect(isResidentNumber(number)).toBe(right)
  })

  test.each([
    ['1234567', false],
    ['1234abcd', true],
    ['12345678', false],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['河南会计人员信息', true],
  ])('password %s: %s', (password, fine) => {
    expect(passwordProblem(password) === undefined).toBe(fine)
  })
})

describe('registration', () => {
  test('the code makes the account, once, and the number is taken afterwards', async () => {
    const pending = await begin()
    expect(await finishRegistration(store, pending, '000 000x', NOW)).toBe('wrongCode')
    const code = await codeSent()
    expect(await finishRegistration(store, pending, ` ${code} `, NOW)).toBe('done')
    expect(await finishRegistration(store, pending, code, NOW)).toBe('lapsed')
    expect(await signIn(TYPED.mobile, TYPED.password)).toHaveProperty('sub')
    // What is taken is told to whoever has answered a captcha and holds the mobile, and to nobody else.
    const again = await begin({ mobile: '13800000088' })
    expect(await finishRegistration(store, again, 'no', NOW)).toBe('wrongCode')
    expect(await finishRegistration(store, again, await codeSent(), NOW)).toBe('taken')
    const sameMobile = await begin({ idNumber: '410105198809219980' })
    expect(await finishRegistration(store, sameMobile, await codeSent(), NOW)).toBe('mobileTaken')
  })

  test.each([
    ['in time', 5 * MINUTE - 1, 'done'],
    ['too late', 5 * MINUTE, 'lapsed'],
  ])('a code %s', async (name, ms, outcome) => {
    const person =
      name === 'in time' ? ['410105198507069972', '13800000003'] : ['410105199004129990', '13800000004']
    const pending = await begin({ idNumber: person[0], mobile: person[1] })
    expect(await finishRegistration(store, pending, 'wrong', later(2 * MINUTE))).toBe('wrongCode')
    expect(await finishRegistration(store, pending, await codeSent(), later(ms))).toBe(outcome)
  })

  test('five wrong codes end it', async () => {
    const pending = await begin({ idNumber: '410105198701309968', mobile: '13800000005' })
    const code = await codeSent()
    for (let n = 1; n < 5; n++) expect(await finishRegistration(store, pending, 'no', NOW)).toBe('wrongCode')
    expect(await finishRegistration(store, pending, 'no', NOW)).toBe('lapsed')
    expect(await finishRegistration(store, pending, code, NOW)).toBe('lapsed')
  })

  test('wrong codes that come together are all counted', async () => {
    const pending = await begin({ idNumber: '411302200308099987', mobile: '13800000007' })
    const code = await codeSent()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => finishRegistration(store, pending, 'no', NOW)),
    )
    expect(answers.filter((answer) => answer === 'wrongCode')).toHaveLength(4)
    expect(await finishRegistration(store, pending, code, NOW)).toBe('lapsed')
  })

  test('a mobile gets five messages in a quarter of an hour', async () => {
    const typed = { idNumber: '410105198305189992', mobile: '13800000006' }
    const applicant = await apply(typed)
    for (let n = 0; n < 5; n++) expect(await send(applicant)).toHaveProperty('pending')
    expect(await send(applicant)).toHaveProperty('problem')
    expect(await send(await apply(typed))).toHaveProperty('problem')
    await begin(typed, later(15 * MINUTE))
  })

  test('no message without a captcha, which counts once', async () => {
    const applicant = await apply({ idNumber: '411302199404229969', mobile: '13800000008' })
    const right = await solve(NOW)
    const messages = async () => (await listMessages(store.read, NOW, 100)).length
    const before = await messages()
    const wrong = await sendRegistrationCode(store, { applicant, ...right, captcha: '99' }, NOW)
    expect(wrong).toHaveProperty('problem')
    expect(await sendRegistrationCode(store, { applicant, ...right }, NOW)).toHaveProperty('problem')
    expect(await messages()).toBe(before)
    expect(await send(applicant)).toHaveProperty('pending')
    expect(await messages()).toBe(before + 1)
    expect(await send(applicant, later(15 * MINUTE))).toBe('lapsed')
  })
})

describe('recovery', () => {
  const recover = async (
    over: Partial<{ name: string; idNumber: string; captcha: string; address: string }> = {},
    at = NOW,
  ) => {
    const { name, idNumber } = TYPED
    const typed = { name, idNumber, address: '10.0.0.1', ...(await solve(at)), ...over }
    const outcome = await beginRecovery(store, typed, at)
    return 'recovery' in outcome ? outcome.recovery : outcome
  }
  const face = async (recovery: string, passed: boolean, at = NOW) => {
    const page = (await askFace(store, recovery, at)) ?? ''
    return { page, counted: await answerFace(store, page, passed, at) }
  }

  test('a face check that passes lets the password be set, once; sessions end', async () => {
    const account = await findTypedAccount(store.read, TYPED.mobile)
    const session = await store.write((tx) => openIdpSession(tx, account?.sub ?? '', NOW))
    const recovery = String(await recover())
    expect(await mayReset(store, recovery, NOW)).toBe(false)
    expect(await resetPassword(store, recovery, 'Another#99', NOW)).toBe('lapsed')
    const { page, counted } = await face(recovery, true)
    expect(counted).toBe(true)
    expect(await answerFace(store, page, true, NOW)).toBe(false)
    expect(await resetPassword(store, recovery, 'short', NOW)).toHaveProperty('problem')
    expect(await resetPassword(store, recovery, 'Another#99', NOW)).toBe('done')
    expect(await resetPassword(store, recovery, 'Another#98', NOW)).toBe('lapsed')
    expect(await signIn(TYPED.idNumber, 'Another#99')).toHaveProperty('sub')
    expect(await signIn(TYPED.idNumber, TYPED.password)).toHaveProperty('problem')
    expect(await liveIdpSession(store.read, session, NOW)).toBeUndefined()
  })

  test.each([
    ['another name', { name: '李明' }],
    ['an unknown number', { idNumber: '410105198002039989' }],
  ])('%s goes as far as the face check and no further', async (_name, over) => {
    const recovery = await recover(over)
    expect(recovery).toBeTypeOf('string')
    expect((await face(String(recovery), true)).counted).toBe(true)
    expect(await mayReset(store, String(recovery), NOW)).toBe(false)
    expect(await resetPassword(store, String(recovery), 'Another#97', NOW)).toBe('lapsed')
  })

  test('a failed face check does not pass', async () => {
    const recovery = String(await recover())
    await face(recovery, false)
    expect(await mayReset(store, recovery, NOW)).toBe(false)
  })

  test.each([
    ['a wrong captcha', { captcha: '99' }, 'captcha'],
    ['no name', { name: ' ' }, 'name'],
    ['no number', { idNumber: '' }, 'idNumber'],
  ])('%s is said at its field', async (_name, over, field) => {
    expect(await recover(over)).toHaveProperty(`problems.${field}`)
  })

  test('one who asks too often is stopped, and nobody elsewhere', async () => {
    const idNumber = '410105197806119971'
    const from = (address: string) => recover({ idNumber, address })
    for (let n = 0; n < 5; n++) expect(await from('10.7.7.7')).toBeTypeOf('string')
    expect(await from('10.7.7.7')).toHaveProperty('problems.idNumber')
    expect(await from('10.8.8.8')).toBeTypeOf('string')
  })

  test('the telephone has five minutes', async () => {
    const recovery = String(await recover())
    const page = (await askFace(store, recovery, NOW)) ?? ''
    expect(await answerFace(store, page, true, later(5 * MINUTE))).toBe(false)
    expect(await askFace(store, recovery, later(15 * MINUTE))).toBeUndefined()
  })
})
