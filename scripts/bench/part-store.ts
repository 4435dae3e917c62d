import { ACTS } from './acts.ts'
import { openAside } from './opened.ts'
import type { Options } from './options.ts'
import type { Row } from './report.ts'
import { compete } from './rounds.ts'
import { CALLERS, withWriters } from './throughput.ts'

/** P9: writes of the pages, large store against small. */
async function pageWrites({ root, stores, rounds }: Options): Promise<Row[]> {
  const { small, large } = stores()
  const [a, b] = [await openAside(root, small), await openAside(root, large)]
  try {
    const rows: Row[] = []
    for (const name of Object.keys(ACTS)) {
      const measured = await compete(
        () => a.measure({ act: name, times: 20 }),
        () => b.measure({ act: name, times: 20 }),
        { rounds, unit: 'ms' },
      )
      rows.push({ metric: 'P9', what: name, measured, goal: { most: 1.5 } })
    }
    return rows
  } finally {
    await Promise.all([a.close(), b.close()])
  }
}

/** P10: durable writes a second. */
const throughput = ({ stores, rounds }: Options): Promise<Row[]> =>
  withWriters(stores().large.file, async ({ alone, many, raw }) => {
    const unit = 'writes/s'
    const against = `${CALLERS} callers against`
    const writes = CALLERS * 32
    return [
      {
        metric: 'P10',
        what: `${against} one at a time`,
        measured: await compete(
          () => alone(256),
          () => many(writes),
          { rounds, unit },
        ),
        goal: { least: 5 },
      },
      {
        metric: 'P10',
        what: `${against} the bare engine, grouped alike`,
        measured: await compete(
          () => raw(writes),
          () => many(writes),
          { rounds, unit },
        ),
        goal: { least: 0.6 },
      },
    ]
  })

/** What writing costs. */
export async function store(options: Options): Promise<Row[]> {
  return [...(await pageWrites(options)), ...(await throughput(options))]
}
