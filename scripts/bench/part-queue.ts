import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#db/seed/people'
import { Visitor } from '#support/visitor'
import { CALLS } from './calls.ts'
import { openAside } from './opened.ts'
import { BenchError, type Options, type StoreFile } from './options.ts'
import type { Row } from './report.ts'
import { compete } from './rounds.ts'
import { type Service, serve } from './service.ts'

const REVIEWER = DEMO_PEOPLE.find((person) => person.key === 'zhoumin')
const QUEUE = '/review'
/** How long one contestant is measured in a round: calls of the store, pages. */
const CALLS_MS = 1_000
const PAGES_MS = 2_000

/** P8: what the queue asks of the store, large store against small. */
async function storeCalls({ root, stores, rounds }: Options): Promise<Row[]> {
  const { small, large } = stores()
  const [a, b] = [await openAside(root, small), await openAside(root, large)]
  try {
    const rows: Row[] = []
    for (const what of Object.keys(CALLS)) {
      const measured = await compete(
        async () => 1000 * (await a.measure({ call: what, ms: CALLS_MS })),
        async () => 1000 * (await b.measure({ call: what, ms: CALLS_MS })),
        { rounds, unit: 'µs CPU' },
      )
      rows.push({ metric: 'P8', what, measured, goal: { most: 1.2 } })
    }
    return rows
  } finally {
    await Promise.all([a.close(), b.close()])
  }
}

/** Pages of the queue whose whole cost is measured. */
const PAGES: Readonly<Record<string, string>> = {
  'page: waiting': QUEUE,
  'page: approved': `${QUEUE}?status=approved`,
  'page: changes, all states': `${QUEUE}?status=all&kind=change`,
  'page: exam and overdue': `${QUEUE}?exam=senior&overdue=1`,
  'page: search of a surname': `${QUEUE}?status=all&q=${encodeURIComponent('王')}`,
}

/** A reviewer at a service. What checks a large file beside it is another process, whose time does not count. */
async function atDesk(service: Service): Promise<(path: string) => Promise<number>> {
  const visitor = new Visitor(service.origin)
  await visitor.signIn(REVIEWER?.idNumber ?? '', DEMO_PASSWORD)
  return async (path) => {
    const began = performance.now()
    const before = service.cpuMs()
    let requests = 0
    do {
      const { status } = await visitor.send(path)
      if (status !== 200) throw new BenchError(`${path} answered ${status}.`)
      requests++
    } while (performance.now() - began < PAGES_MS)
    return (service.cpuMs() - before) / requests
  }
}

/** P8: processor time of the built service for a whole page. */
async function pages({ stores, rounds }: Options): Promise<Row[]> {
  const { small, large } = stores()
  const services = [await serve(small), await serve(large)] as const
  try {
    const [a, b] = [await atDesk(services[0]), await atDesk(services[1])]
    const rows: Row[] = []
    for (const [what, path] of Object.entries(PAGES)) {
      const measured = await compete(
        () => a(path),
        () => b(path),
        { rounds, unit: 'ms CPU' },
      )
      rows.push({ metric: 'P8', what, measured, goal: { most: 1.05 } })
    }
    return rows
  } finally {
    for (const service of services) await service.end()
  }
}

/** Rounds of starts, each of some seconds. */
const STARTS = 3

/** P13: start to first page, against a store that holds the demo's people and nobody else. */
async function starts({ stores }: Options): Promise<Row[]> {
  const { large } = stores()
  const folder = mkdtempSync(join(dirname(large.file), 'bench-'))
  const demo: StoreFile = { folder, file: join(folder, 'app.db') }
  const start = async (store: StoreFile) => {
    const service = await serve(store)
    await service.end()
    return service.startMs
  }
  try {
    // The round that is thrown away fills the demo's store.
    const measured = await compete(
      () => start(demo),
      () => start(large),
      { rounds: STARTS, unit: 'ms' },
    )
    const value = (measured.second - measured.first) / 1000
    return [{ metric: 'P13', what: 'start to first page, seconds more', measured, value, goal: { most: 3 } }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What reading the queue costs, and the start. */
export async function queue(options: Options): Promise<Row[]> {
  return [...(await storeCalls(options)), ...(await pages(options)), ...(await starts(options))]
}
