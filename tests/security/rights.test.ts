import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffRole } from '#db/queries/staff'
import { DEMO_PASSWORD } from '#db/seed/people'
import { ACTIONS, mayCall, ROUTES } from '#lib/identity/rights'
import { SCOPE } from '#support/answers'
import { end, freePort, type Service, serve } from '#support/service'
import { numberOf } from '#support/stand-in'
import { type Answer, Visitor } from '#support/visitor'
import { builtActions, builtRoutes, callOf } from './support/built.ts'
import { addressOf } from './support/cells.ts'
import { fill } from './support/planter.ts'
import { digests, found } from './support/stored.ts'

// The table of rights against the build: every route and action of it, asked by each kind of person.

interface Principal {
  readonly key: string
  readonly posts: readonly StaffRole[]
  /** Whether the application and the pictures of 张伟 are theirs to see: as their own, or in their office. */
  readonly application: boolean
  readonly document: boolean
}
const stranger = { posts: [], application: false, document: false } as const
const PRINCIPALS: Readonly<Record<string, Principal | undefined>> = {
  anonymous: undefined,
  'the applicant': { ...stranger, key: 'zhangwei', document: true },
  'another applicant': { ...stranger, key: 'wangfang' },
  'a reviewer of the county': { key: 'wugang', posts: ['reviewer'], application: true, document: true },
  'a reviewer of another county': { ...stranger, key: 'zhenghong', posts: ['reviewer'] },
  oversight: { key: 'fengtao', posts: ['oversight'], application: true, document: false },
  'the administrator': { ...stranger, key: 'heli', posts: ['administrator'] },
}
const NAMES = Object.keys(PRINCIPALS)

const folder = mkdtempSync(join(tmpdir(), 'rights-'))
const file = join(folder, 'app.db')
const visitors = new Map<string, Visitor>()
let service: Service
let application: string
let pictures: string[]
let document: string

beforeAll(async () => {
  service = await serve(folder, await freePort())
  for (const [name, principal] of Object.entries(PRINCIPALS)) {
    const visitor = new Visitor(service.origin)
    if (principal) await visitor.signIn(numberOf(principal.key), DEMO_PASSWORD)
    visitors.set(name, visitor)
  }
  const person = 'select id from people where name = ?'
  application = found(file, `select id from applications where person_id = (${person})`, '张伟')[0] ?? ''
  pictures = found(file, `select id from documents where person_id = (${person})`, '张伟')
  document = pictures[0] ?? ''
  expect([application, document].every((id) => id.length > 10)).toBe(true)
})
afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

const who = (name: string): Visitor => {
  const visitor = visitors.get(name)
  if (!visitor) throw new Error(name)
  return visitor
}
const partsOf = () => ({ '[applicationId]': application, '[documentId]': document })
const toLogin = ({ status, location }: Answer) => status === 303 && location.startsWith('/login')

/** What the table of rights and whose it is say of a cell. */
function mayReach(route: string, name: string): boolean {
  const principal = PRINCIPALS[name]
  const right = ROUTES[route]
  if (!right || !mayCall(right, principal !== undefined, principal?.posts ?? [])) return false
  if (route === '/review/[applicationId]') return principal?.application ?? false
  if (route === '/documents/[documentId]') return principal?.document ?? false
  return true
}

describe('the table of rights and the build', () => {
  test('have the same routes', () => {
    expect(builtRoutes()).toEqual(Object.keys(ROUTES).sort())
  })

  test('have the same actions', () => {
    const keys = builtActions().map(({ key }) => key)
    expect(keys.sort()).toEqual(Object.keys(ACTIONS).sort())
  })
})

const READ = Object.entries(ROUTES).flatMap(([route, { methods }]) =>
  methods.includes('GET') ? [route] : [],
)
/** A picture within a page is missing for whoever is not signed in; the page itself leads to the sign-in. */
const PICTURE = /\/preview$/
/** Rows that need something nobody has in this store, or more than an address: none of them has a page to show. */
const NOTHING_TO_SHOW = new Set([
  '/api/auth/[...nextauth]',
  // For who has the operator's token: `doors.test.ts`.
  '/metrics',
  '/idp/authorize',
  '/idp/userinfo',
  '/idp/captcha/[id]',
  '/idp/face/[token]',
  '/idp/scan/[token]',
  '/collection/[step]/[item]',
  '/collection/[step]/[item]/remove',
  '/collection/[step]/[item]/files/[slot]',
  '/collection/[step]/[item]/files/[slot]/preview',
  '/review/reasons/[code]',
])

describe('every route of the table, asked by each', () => {
  test.each(READ)('GET %s', async (route) => {
    const path = addressOf(route, partsOf())
    const before = digests(file)
    let shown = 0
    for (const name of NAMES.filter((one) => route !== '/logout' || one === 'anonymous')) {
      const answer = await who(name).send(path)
      const cell = `${name}: ${answer.status} ${answer.location}`
      expect(answer.status, cell).toBeLessThan(500)
      if (mayReach(route, name)) {
        expect(ROUTES[route]?.callers.includes('anyone') || !toLogin(answer), cell).toBe(true)
        if (answer.status === 200 || answer.status === 303) shown++
      } else if (PRINCIPALS[name]) expect(answer.status, cell).toBe(404)
      else expect(toLogin(answer) || (answer.status === 404 && PICTURE.test(route)), cell).toBe(true)
      const principal = PRINCIPALS[name]
      if (!principal?.application && principal?.key !== 'zhangwei')
        for (const id of [application, ...pictures]) expect(answer.body, cell).not.toContain(id)
    }
    expect(shown > 0 || NOTHING_TO_SHOW.has(route), 'shown to somebody').toBe(true)
    expect(digests(file), 'moved by a GET').toEqual(before)
  })

  test('refused and missing give the same bytes', async () => {
    const other = who('a reviewer of another county')
    const missing = await other.send('/review/000000000000000000000000')
    expect(missing.status).toBe(404)
    for (const path of [`/review/${application}`, `/documents/${document}`, '/admin/staff'])
      expect((await other.send(path)).body, path).toBe(missing.body)
  })
})

/** What the forms of an action are bound to; the rest take the form alone. */
const boundTo = (key: string): readonly unknown[] => {
  const name = key.split('#')[1] ?? ''
  if (key.startsWith('/review/[applicationId]#')) return [{ id: application, f: '' }]
  const table: Readonly<Record<string, readonly unknown[]>> = {
    saveStepAction: ['personal'],
    saveEntryAction: ['remarks', '$undefined'],
    removeEntryAction: ['remarks', 'a'.repeat(24)],
    cropAction: ['', '', 'photo'],
    rotateAction: ['', '', 'photo'],
    removeAction: ['', '', 'photo'],
    saveWindowAction: ['$undefined'],
    editOfficeAction: ['410105'],
    closeOfficeAction: ['410105'],
    changeReasonAction: ['RR01'],
    retireReasonAction: ['RR01'],
    changeOwnReasonAction: ['RR01'],
    retireOwnReasonAction: ['RR01'],
  }
  return table[name] ?? []
}

describe('every action of the build, posted by each', () => {
  const actions = builtActions()
  const post = (name: string, { key, id, page }: (typeof actions)[number]) =>
    who(name).send(addressOf(page, partsOf()), { method: 'POST', body: callOf(id, boundTo(key)) })

  /** Whether the table lets them, and the application is in their reach where the action names one. */
  const mayPost = (key: string, name: string) => {
    const principal = PRINCIPALS[name]
    const right = ACTIONS[key]
    if (!right || !mayCall(right, principal !== undefined, principal?.posts ?? [])) return false
    return !key.startsWith('/review/[applicationId]#') || (principal?.application ?? false)
  }

  test.each(actions)('$key by whoever may not', async (action) => {
    const before = digests(file)
    const refused = NAMES.filter((name) => !mayPost(action.key, name))
    expect(refused).toContain('anonymous')
    for (const name of refused) {
      const answer = await post(name, action)
      const cell = `${name}: ${answer.status} ${answer.location}`
      if (PRINCIPALS[name]) expect(answer.status, cell).toBe(404)
      else expect(toLogin(answer), cell).toBe(true)
    }
    expect(digests(file)).toEqual(before)
  })

  test.each(actions)('control: $key is there for whoever may', async (action) => {
    const name = NAMES.findLast((one) => mayPost(action.key, one)) ?? ''
    const answer = await post(name, action)
    expect(`${answer.status} ${toLogin(answer)}`, `${name}: ${answer.location}`).toBe('303 false')
  })
})

describe('what is somebody else’s, named in a form of one’s own', () => {
  const idOf = (key: string) => builtActions().find((action) => action.key === key)?.id ?? ''
  const call = (
    by: Visitor,
    path: string,
    key: string,
    bound: readonly unknown[],
    values: Readonly<Record<string, string>> = {},
  ) => by.send(path, { method: 'POST', body: callOf(idOf(key), bound, values) })

  test('a session is not ended', async () => {
    const query = 'select s.id from sessions s join people p on p.id = s.person_id where p.name = ?'
    const theirs = found(file, query, '何丽')
    expect(theirs.length).toBeGreaterThan(0)
    for (const session of theirs)
      await call(who('another applicant'), '/account', '/account#endOneAction', [], { session })
    expect((await who('the administrator').send('/admin/staff')).status).toBe(200)
  })

  test('an entry is neither written over nor removed by somebody who has a draft too; its owner removes it', async () => {
    const [owner, other] = [new Visitor(service.origin), new Visitor(service.origin)]
    await owner.signIn(numberOf('wangfang'), DEMO_PASSWORD)
    await other.signIn(numberOf('lixiaoming'), DEMO_PASSWORD)
    await fill(other, '/notice', 'notice', { consent: 'yes', sensitiveConsent: 'yes' })
    await fill(other, '/collection/scope', 'step-scope', SCOPE)
    await fill(other, '/collection/remarks/new', 'item-remarks', { text: '另一份' })
    await fill(owner, '/collection/remarks/new', 'item-remarks', { text: '这一份' })
    const rows = (column: string) =>
      found(
        file,
        `select ${column} from draft_entries e join applications a on a.id = e.application_id
          join people p on p.id = a.person_id where p.name = ? and e.list = 'remarks' order by e.id`,
        '王芳',
      )
    const before = rows('hex(e.sealed)')
    expect(before.length).toBeGreaterThan(0)
    const page = '/collection/remarks/new'
    for (const entry of rows('e.id')) {
      await call(other, page, '/collection/[step]#saveEntryAction', ['remarks', entry], { text: '改写' })
      await call(other, page, '/collection/[step]#removeEntryAction', ['remarks', entry])
    }
    expect(rows('hex(e.sealed)')).toEqual(before)
    for (const entry of rows('e.id'))
      await call(owner, page, '/collection/[step]#removeEntryAction', ['remarks', entry])
    expect(rows('e.id'), 'control').toEqual([])
  })
})
