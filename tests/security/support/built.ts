import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '#support/children'

const BUILD = join(ROOT, process.env.NEXT_DIST_DIR || '.next')
const read = (name: string): unknown => JSON.parse(readFileSync(join(BUILD, name), 'utf8'))

/** What the framework and the public folder add; none of it is a page or a route of ours. */
const FRAMEWORK = new Set(['/_global-error', '/_not-found', '/icon.svg'])

/** The routes of the build. */
export const builtRoutes = (): string[] =>
  Object.values(read('app-path-routes-manifest.json') as Record<string, string>)
    .filter((route) => !FRAMEWORK.has(route))
    .sort()

interface BuiltAction {
  /** As in the table of rights. */
  readonly key: string
  readonly id: string
  /** Route of a page that has a form for it. */
  readonly page: string
}

const routeOf = (file: string) =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`

interface Entry {
  readonly workers: Readonly<Record<string, unknown>>
  readonly filename: string
  readonly exportedName: string
}

/** The server actions of the build, each of which can be posted to by whoever knows its id. */
export function builtActions(): BuiltAction[] {
  const manifest = read('server/server-reference-manifest.json') as {
    node: Record<string, Entry>
    edge: object
  }
  if (Object.keys(manifest.edge).length > 0) throw new Error('There are actions for another runtime.')
  return Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => ({
    key: `${routeOf(filename)}#${exportedName}`,
    id,
    page: routeOf(Object.keys(workers)[0] ?? ''),
  }))
}

/** The body by which a page without scripts calls an action, with the arguments its form is bound to. */
export function callOf(
  id: string,
  bound: readonly unknown[],
  values: Readonly<Record<string, string>> = {},
): FormData {
  const data = new FormData()
  data.append('$ACTION_REF_1', '')
  data.append('$ACTION_1:0', JSON.stringify({ id, bound: '$@1' }))
  data.append('$ACTION_1:1', JSON.stringify(bound))
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}
