import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/people'
import { end, freePort, type Service, serve } from '#support/service'
import { codeSent, inWords, numberOf, telephoneOn } from '#support/stand-in'
import { Visitor } from '#support/visitor'
import { arrive, isSignedIn, signOut } from './support/people.ts'

// What people do at the stand-in, through HTTP and without scripts (guide 2.1 and 2.2).

const folder = mkdtempSync(join(tmpdir(), 'standin-'))
const FRESH = { name: '测试甲', idType: '414', idNumber: 'E12345678', mobile: '13900000001' }
const PASSWORD = 'Zhongyuan#9'
let service: Service

beforeAll(async () => {
  service = await serve(folder, await freePort())
})

afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

/** At the sign-in of the stand-in, on the way from the service. */
async function atPlatform() {
  const visitor = new Visitor(service.origin)
  return { visitor, platform: await visitor.follow(await visitor.leave()) }
}

describe('registration', () => {
  const register = async (visitor: Visitor, values: Readonly<Record<string, string>>) => {
    const page = await visitor.open('/idp/register')
    const answer = await visitor.submit(page.body, 'idp-register', page.path, {
      ...values,
      password: PASSWORD,
    })
    const verify = await inWords(visitor, answer.location)
    const sent = await visitor.submit(verify.page.body, 'idp-verify', verify.page.path, {
      captcha: verify.captcha,
    })
    const code = await visitor.follow(sent)
    const typed = { smsCode: await codeSent(visitor) }
    return visitor.follow(await visitor.submit(code.body, 'idp-code', code.path, typed))
  }

  test('with name, ID type, number, mobile, captcha and code; then the sign-in by the number or the mobile', async () => {
    const done = await register(new Visitor(service.origin), FRESH)
    expect(done.body).toContain('注册成功')
    for (const account of [FRESH.idNumber.toLowerCase(), FRESH.mobile]) {
      const visitor = new Visitor(service.origin)
      await visitor.signIn(account, PASSWORD)
      expect((await visitor.open('/account')).body).toContain(FRESH.name)
    }
  })

  test('a taken number is told after captcha and code only, with the way to recovery', async () => {
    const visitor = new Visitor(service.origin)
    const values = { name: '测试乙', idType: '111', idNumber: numberOf('lixiaoming'), mobile: '13900000002' }
    const page = await visitor.open('/idp/register')
    const first = await visitor.submit(page.body, 'idp-register', page.path, {
      ...values,
      password: PASSWORD,
    })
    expect(first.location).toMatch(/^\/idp\/register\/verify\?/)
    const shown = await visitor.open(first.location)
    const refused = await visitor.follow(
      await visitor.submit(shown.body, 'idp-verify', shown.path, { captcha: '0' }),
    )
    expect(refused.body).toContain('data-error-summary')
    expect(refused.body).not.toContain('已注册')
    const told = await register(visitor, values)
    expect(told.body).toContain('该证件号码已注册')
    expect(told.body).toContain('href="/idp/forgot"')
  })
})

describe('recovery', () => {
  const begin = async (visitor: Visitor, name: string, idNumber: string) => {
    const { page, captcha } = await inWords(visitor, '/idp/forgot')
    return visitor.follow(
      await visitor.submit(page.body, 'idp-forgot', '/idp/forgot', { name, idNumber, captcha }),
    )
  }
  const pass = async (check: string) => {
    const telephone = new Visitor(service.origin)
    const page = await telephone.open(telephoneOn(check))
    await telephone.submit(page.body, 'idp-face', page.path)
  }

  test('name, number and captcha, the face check on the telephone, a new password', async () => {
    const visitor = new Visitor(service.origin)
    const check = await begin(visitor, '钱进', numberOf('qianjin'))
    const early = await visitor.follow(await visitor.submit(check.body, 'idp-check', check.path))
    expect(early.body).toContain('核验没有完成或没有通过')
    await pass(early.body)
    const ready = await visitor.follow(await visitor.submit(early.body, 'idp-check', early.path))
    const changed = await visitor.submit(ready.body, 'idp-password', ready.path, { password: PASSWORD })
    expect((await visitor.follow(changed)).body).toContain('密码已修改')
    await new Visitor(service.origin).signIn(numberOf('qianjin'), PASSWORD)
    await expect(new Visitor(service.origin).signIn(numberOf('qianjin'), DEMO_PASSWORD)).rejects.toThrow()
  })

  test('looks the same for a number that nobody has', async () => {
    const bare = (html: string) =>
      html.replace(/[\w-]{43}/g, 'TOKEN').replace(/<svg\b[^>]*role="img".*?<\/svg>/s, 'QR')
    const steps = async (name: string, idNumber: string) => {
      const visitor = new Visitor(service.origin)
      const check = await begin(visitor, name, idNumber)
      const early = await visitor.follow(await visitor.submit(check.body, 'idp-check', check.path))
      return [check, early].map((page) => `${page.status} ${bare(page.body)}`)
    }
    const known = await steps('孙悦', numberOf('sunyue'))
    expect(await steps('孙悦', '410105199001059974')).toEqual(known)
    expect(await steps('孙月', numberOf('sunyue'))).toEqual(known)
  })
})

describe('signing in', () => {
  test('is refused in the same words for a wrong password and an unknown account', async () => {
    const refused = async (account: string) => {
      const { visitor, platform: page } = await atPlatform()
      const values = { account, password: 'wrong-one' }
      const answer = await visitor.follow(await visitor.submit(page.body, 'idp-login', page.path, values))
      return `${answer.status} ${answer.body.replaceAll(account, 'ACCOUNT').replace(/[\w-]{43}/g, 'TOKEN')}`
    }
    const known = await refused(numberOf('sunyue'))
    expect(known).toContain('账号或密码不正确')
    expect(await refused('410105199001059974')).toBe(known)
  })

  test('asks for a captcha after three failures, in words for whoever cannot see it', async () => {
    const { visitor, platform: page } = await atPlatform()
    const account = numberOf('mayinur')
    let now = page
    const attempt = async (values: Readonly<Record<string, string>>) => {
      now = await visitor.follow(
        await visitor.submit(now.body, 'idp-login', now.path, { account, ...values }),
      )
    }
    for (let n = 0; n < 3; n++) await attempt({ password: 'wrong-one' })
    expect(now.body).toContain('alt="图形算式"')
    await attempt({ password: DEMO_PASSWORD, captcha: '0' })
    expect(now.body).toContain('验证码不正确')
    const words = await inWords(visitor, now.path)
    now = words.page
    await attempt({ password: DEMO_PASSWORD, captcha: words.captcha })
    expect(now.body).toContain('data-form="logout"')
  })

  const scan = async (visitor: Visitor, from: string, app: string) => {
    const link = new RegExp(`href="([^"]*app=${app}[^"]*)"`).exec(from)?.[1] ?? ''
    return visitor.open(link.replaceAll('&amp;', '&'))
  }
  const goOn = async (visitor: Visitor, page: { body: string; path: string }) =>
    visitor.follow(await visitor.submit(page.body, 'idp-scan', page.path))

  test.each(['alipay', 'yushiban'])('%s: the telephone confirms, the browser goes on', async (app) => {
    const { visitor, platform: page } = await atPlatform()
    const qr = await scan(visitor, page.body, app)
    const early = await goOn(visitor, qr)
    expect(early.body).toContain('还没有在手机上确认')
    const telephone = new Visitor(service.origin)
    const asked = await telephone.open(telephoneOn(early.body))
    const wrong = { account: numberOf('sunyue'), password: 'wrong-one' }
    const refused = await telephone.follow(await telephone.submit(asked.body, 'idp-phone', asked.path, wrong))
    expect(refused.body).toContain('账号或密码不正确')
    const right = { ...wrong, password: DEMO_PASSWORD }
    const confirmed = await telephone.follow(
      await telephone.submit(refused.body, 'idp-phone', asked.path, right),
    )
    expect(confirmed.body).toContain('请回到电脑上继续')
    expect((await goOn(visitor, early)).path).toBe('/collection')
    expect((await visitor.open('/account')).body).toContain('孙悦')
    expect(await isSignedIn(telephone)).toBe(false)
  })

  test('wechat: bound once by password, known from then on', async () => {
    const telephone = new Visitor(service.origin)
    const account = { account: numberOf('sunyue'), password: DEMO_PASSWORD }
    for (const values of [account, {}]) {
      const { visitor, platform: page } = await atPlatform()
      const qr = await scan(visitor, page.body, 'wechat')
      const asked = await telephone.open(telephoneOn(qr.body))
      expect(asked.body).toContain(values === account ? '还没有绑定账号' : '138****0007')
      await telephone.submit(asked.body, 'idp-phone', asked.path, values)
      expect((await goOn(visitor, qr)).path).toBe('/collection')
    }
  })

  test('and out: once for both, the next sign-in asks for the password', async () => {
    const visitor = new Visitor(service.origin)
    await visitor.signIn(numberOf('sunyue'), DEMO_PASSWORD)
    const { session = '' } = Object.fromEntries(visitor.cookies)
    visitor.cookies.delete('session')
    expect((await arrive(visitor)).path, 'one sign-in for both').toBe('/collection')
    visitor.cookies.set('session', session)
    expect(await isSignedIn(visitor), 'the sign-in ended nothing it did not replace').toBe(true)
    const out = await visitor.follow(await signOut(visitor))
    expect(out.path).toBe('/')
    expect(await isSignedIn(visitor)).toBe(false)
    visitor.cookies.set('session', session)
    expect(await isSignedIn(visitor), 'a stolen cookie').toBe(false)
    expect((await arrive(visitor)).body).toContain('data-form="idp-login"')
  })
})

test('it is visibly no real platform, on each of its pages', async () => {
  const visitor = new Visitor(service.origin)
  for (const path of [
    '/idp/login',
    '/idp/login?tab=unit',
    '/idp/register',
    '/idp/forgot',
    '/idp/scan',
    '/idp/outbox',
  ])
    expect((await visitor.open(path)).body, path).toContain('模拟环境，请勿填写真实的证件号码')
})
