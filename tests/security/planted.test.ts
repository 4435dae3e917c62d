import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { decode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/people'
import { loadKeyring, purposeKey } from '#lib/protect/keyring'
import { EDUCATION, employedAt, PERSONAL, qualifiedBy, SCOPE } from '#support/answers'
import { start } from '#support/children'
import { end, freePort, type Service, serve } from '#support/service'
import { codeSent, inWords, numberOf } from '#support/stand-in'
import { filesIn, valuesIn } from './support/left-behind.ts'
import { type Artefact, hits, needlesOf } from './support/needles.ts'
import { fill, penalisedFor, pictureWith, upload } from './support/planter.ts'
import { Recorder } from './support/recorder.ts'
import { found } from './support/stored.ts'

// Somebody registers, fills in everything and submits, a reviewer looks for them by number and claims the
// application, without scripts. Then everything the service has left anywhere is searched.

const folder = mkdtempSync(join(tmpdir(), 'planted-'))
const dataDir = join(folder, 'data')
const backupDir = join(folder, 'backup')
const file = join(dataDir, 'app.db')

/** What must stand nowhere. Sessions, captcha, code and the stored picture are added as they come up. */
const planted: Record<string, string | Buffer> = {
  'ID number': '410105199108139974',
  mobile: '13998130996',
  address: '示例省植入路八百一十三号甲栋',
  'e-mail': 'planted.813@mail-example.org',
  remark: '植入的备注八一三：曾用名一个',
  'penalty text': '植入的处罚说明八一三：未按期',
  'certificate number': 'PLANT8130996Q',
  password: 'Plant#Secret813',
  'marker in a picture': 'PLANTED-MARKER-813-0996',
}
/** What the queue sorts, searches and shows, and so stands in clear in the store and its backup (D3, R44). */
const allowed = { name: '植入甲', 'unit name': '河南植入示例有限公司' }

/** Too short to be looked for in a store full of digests. */
const spoken: Record<string, string> = {}

const text = (name: string) => String(planted[name])
const addresses: string[] = []
const printed: Artefact[] = []
let service: Service

async function register(visitor: Recorder): Promise<void> {
  const page = await visitor.open('/idp/register')
  const typed = {
    name: allowed.name,
    idType: '111',
    idNumber: text('ID number'),
    mobile: text('mobile'),
    password: text('password'),
  }
  const begun = await visitor.submit(page.body, 'idp-register', page.path, typed)
  const verify = await inWords(visitor, begun.location)
  planted.captcha = /.加.等于几/.exec(verify.page.body)?.[0] ?? ''
  const answer = { captcha: verify.captcha }
  const sent = await visitor.follow(
    await visitor.submit(verify.page.body, 'idp-verify', verify.page.path, answer),
  )
  const smsCode = await codeSent(visitor)
  // Six digits alone stand in any long digest: they are looked for as they are sent and as they are kept.
  planted['SMS code'] = `验证码 ${smsCode}`
  planted['SMS code, kept'] = `"code":"${smsCode}"`
  spoken['SMS code'] = smsCode
  const done = await visitor.follow(await visitor.submit(sent.body, 'idp-code', sent.path, { smsCode }))
  expect(done.body).toContain('注册成功')
}

/** What the session's cookie holds under its seal: the store knows it by a digest only. */
async function tokenIn(visitor: Recorder): Promise<string> {
  const secret = purposeKey(loadKeyring(join(dataDir, 'keyring.json')), 'session').toString('base64')
  const content = await decode({ token: visitor.cookies.get('session'), secret })
  return String(content?.sid)
}

/** Fills every step with what is planted. One form is refused on the way, so that it is kept to be shown again. */
async function collect(visitor: Recorder): Promise<void> {
  await fill(visitor, '/notice', 'notice', { consent: 'yes', sensitiveConsent: 'yes' })
  await fill(visitor, '/collection/scope', 'step-scope', SCOPE)
  const typed = { ...PERSONAL, postalAddress: text('address'), email: text('e-mail') }
  await fill(visitor, '/collection/personal', 'step-personal', typed)
  await fill(visitor, '/collection/education', 'step-education', EDUCATION)
  await fill(visitor, '/collection/employment', 'step-employment', employedAt(allowed['unit name']))
  const qualified = qualifiedBy(text('certificate number'))
  await fill(visitor, '/collection/qualifications/new', 'item-qualifications', qualified)
  await fill(visitor, '/collection/penalties/new', 'item-penalties', penalisedFor(text('penalty text')))
  await fill(visitor, '/collection/remarks/new', 'item-remarks', { text: text('remark') })
  const marker = text('marker in a picture')
  await upload(visitor, '/collection/files/photo', pictureWith(marker, 'zhangwei-portrait.jpg'))
  await upload(visitor, '/collection/files/ftEducationFile', pictureWith(marker, 'zhangwei-diploma.jpg'))
  await upload(visitor, '/collection/files/ftDegreeFile', pictureWith(marker, 'zhangwei-degree.jpg'))
  const list = await visitor.open('/collection/qualifications')
  const slot = /href="([^"]*\/files\/file)"/.exec(list.body)?.[1] ?? ''
  await upload(visitor, slot, pictureWith(marker, 'zhangwei-qualification.jpg'))
}

/** What comes out for its owner is what went in: only then does finding nothing elsewhere say anything. */
async function shownToOwner(visitor: Recorder): Promise<void> {
  const record = await visitor.open('/record/download')
  for (const name of ['address', 'e-mail', 'remark', 'penalty text', 'certificate number'])
    expect(record.body, name).toContain(text(name))
}

async function review(): Promise<void> {
  const visitor = new Recorder(service.origin, addresses)
  await visitor.signIn(numberOf('wugang'), DEMO_PASSWORD)
  const queue = await visitor.open('/review')
  const found = await visitor.submit(queue.body, 'search', queue.path, { q: text('ID number') })
  expect(found.location).toMatch(/^\/review\/[\w-]+$/)
  const page = await visitor.open(found.location)
  const claimed = await visitor.follow(await visitor.submit(page.body, 'claim', page.path))
  for (const name of ['remark', 'penalty text']) expect(claimed.body, name).toContain(text(name))
}

beforeAll(async () => {
  service = await serve(dataDir, await freePort())
  const visitor = new Recorder(service.origin, addresses)
  await register(visitor)
  await visitor.signIn(text('ID number'), text('password'))
  for (const [name, value] of visitor.cookies) if (value.length >= 32) planted[`cookie ${name}`] = value
  planted['session token'] = await tokenIn(visitor)
  await collect(visitor)
  const preview = await visitor.bytes('/collection/files/photo/preview')
  planted['bytes of a picture'] = preview.subarray(preview.length >> 1, (preview.length >> 1) + 32)
  await fill(visitor, '/collection/check', 'check', { declaration: 'yes' })
  await shownToOwner(visitor)
  await review()

  const backup = start(process.execPath, ['scripts/backup.ts', '--to', backupDir], { DATA_DIR: dataDir })
  expect(await backup.ended).toBe(0)
  printed.push({ name: 'what the backup printed', bytes: Buffer.from(backup.said()) })
})

afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

/** All that is left, by the place an outsider could come by it. */
const left = () => ({
  store: [...filesIn(dataDir), ...valuesIn(file)],
  backup: filesIn(backupDir),
  words: [
    ...printed,
    { name: 'what the service printed', bytes: Buffer.from(service.child.said()) },
    { name: 'addresses', bytes: Buffer.from(addresses.join('\n')) },
  ],
})

describe('planted values', () => {
  test('are twelve and more, and there is where they could be', () => {
    const names = Object.keys(planted)
    expect(names).toContain('cookie session')
    expect(names.length).toBeGreaterThanOrEqual(12)
    for (const [name, value] of Object.entries(planted)) expect(value.length, name).toBeGreaterThanOrEqual(6)
    const stored = left().store.map(({ name }) => name)
    for (const part of ['data/app.db', 'data/app.db-wal', 'table events', 'table sessions'])
      expect(stored).toContain(part)
    expect(stored.some((name) => name.startsWith('data/blobs/'))).toBe(true)
    expect(left().backup.length).toBeGreaterThan(3)
    expect(addresses.length).toBeGreaterThan(50)
  })

  test('stand nowhere in the store, its log, the pictures, the backup, the output and the addresses', () => {
    const { store, backup, words } = left()
    expect(hits([...store, ...backup, ...words], planted)).toEqual([])
    expect(hits(words, spoken)).toEqual([])
  })

  test('the password is kept as argon2id with the figures it is to have, salted for each', () => {
    const kept = found(file, 'select password_hash from idp_accounts')
    expect(kept.length).toBeGreaterThan(10)
    for (const hash of kept) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(new Set(kept).size).toBe(kept.length)
  })

  test('control: what the queue needs in clear is found in the store and the backup, and nowhere else', () => {
    const { store, backup, words } = left()
    for (const name of ['name', 'unit name'] as const) {
      const only = { [name]: allowed[name] }
      expect(hits(store, only).length, name).toBeGreaterThan(0)
      expect(hits(backup, only).length, name).toBeGreaterThan(0)
    }
    expect(hits(words, allowed)).toEqual([])
  })

  test('control: one row in clear is found, in each spelling', () => {
    const copy = join(folder, 'control.db')
    copyFileSync(join(backupDir, 'app.db'), copy)
    const database = new Database(copy)
    const insert = database.prepare('insert into attempts (key, "window", n) values (?, 0, 1)')
    const needles = needlesOf(text('ID number'))
    for (const [at, { bytes }] of needles.entries()) insert.run(Buffer.concat([Buffer.from(`${at} `), bytes]))
    database.close()
    const found = hits(valuesIn(copy), { 'ID number': text('ID number') })
    expect(new Set(found.map((line) => line.split(', in ')[0])).size).toBe(
      new Set(needles.map(({ spelling }) => `ID number, ${spelling}`)).size,
    )
  })
})
