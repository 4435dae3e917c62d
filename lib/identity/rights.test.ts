import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ACTIONS, mayCall, ROUTES } from './rights.ts'

const APP = join(process.cwd(), 'app')

/** Route of a folder below `app/`: groups in round brackets do not show in addresses. */
const routeOf = (folder: string) =>
  `/${folder
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && !/^\(.*\)$/.test(segment))
    .join('/')}`

const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
)
const folderOf = (file: string) => file.split('/').slice(0, -1).join('/')
const named = (name: string) => files.filter((file) => file === name || file.endsWith(`/${name}`))
const source = (file: string) => readFileSync(join(APP, file), 'utf8')

const pages = named('page.tsx').map((file) => ({ route: routeOf(folderOf(file)), methods: ['GET'] }))
const handlers = named('route.ts').map((file) => ({
  route: routeOf(folderOf(file)),
  methods: ['GET', 'POST'].filter((method) =>
    new RegExp(`export (async function|const|function) ${method}\\b|\\bas ${method}\\b`).test(source(file)),
  ),
}))
const actions = named('actions.ts').flatMap((file) =>
  [...source(file).matchAll(/^export (?:async function|const) (\w+)/gm)].map(
    ([, name]) => `${routeOf(folderOf(file))}#${name}`,
  ),
)

describe('the table of rights', () => {
  test('looks at real files', () => {
    expect(pages.length).toBeGreaterThan(5)
    expect(handlers.some(({ route }) => route === '/logout')).toBe(true)
    expect(actions).toContain('/account#endOneAction')
  })

  test('has a row for every page and route, with its methods', () => {
    const missing = [...pages, ...handlers].flatMap(({ route, methods }) =>
      methods
        .filter((method) => !ROUTES[route]?.methods.some((known) => known === method))
        .map((method) => `${method} ${route}`),
    )
    expect(missing).toEqual([])
  })

  test('has a row for every server action, and none for one that is gone', () => {
    expect(Object.keys(ACTIONS).sort()).toEqual([...new Set(actions)].sort())
  })

  test('gives the administration to the administrator alone', () => {
    const rows = [...Object.entries(ROUTES), ...Object.entries(ACTIONS)].filter(([route]) =>
      route.startsWith('/admin'),
    )
    expect(rows.length).toBeGreaterThan(25)
    for (const [route, right] of rows) {
      expect(right.callers, route).toEqual(['administrator'])
      expect(mayCall(right, true, ['reviewer', 'oversight']), route).toBe(false)
      expect(mayCall(right, false, []), route).toBe(false)
    }
  })

  test.each([
    ['/', false, [], true],
    ['/collection', false, [], false],
    ['/collection', true, [], true],
    ['/collection', true, ['reviewer'], true],
    ['/review', true, [], false],
    ['/review', true, ['reviewer'], true],
    ['/review', true, ['oversight'], true],
    ['/review', true, ['administrator'], false],
    ['/review/stats', true, ['administrator'], true],
    ['/admin/staff', true, ['reviewer', 'oversight'], false],
    ['/admin/staff', true, ['reviewer', 'administrator'], true],
  ] as const)('%s signed in %s as %o: %s', (route, signedIn, posts, may) => {
    const right = ROUTES[route]
    expect(right && mayCall(right, signedIn, posts)).toBe(may)
  })
})
