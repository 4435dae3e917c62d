import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dialect } from './dialect.ts'
import * as schema from './schema.ts'
import type { Db } from './store.ts'
import { openTestStore } from './testing.ts'
import {
  askFigures,
  askFor,
  BIG,
  boundsOf,
  FILTERS,
  type FilterParams,
  headOf,
  SEARCHES,
  searchQueue,
  WITHOUT,
  walkQueue,
} from './testing-plans.ts'

// The same questions as in `plans.test.ts`, explained by PostgreSQL. It plans by figures: the tables are
// filled so that each office of the area has a county's worth of rows in every lane, and analysed, so that
// what is right here is right in a larger store.

/** 60 000 applications, a quarter of them in three offices, over fifty days; one in 300 is held. */
const FILL = [
  'select setseed(0.5)',
  `create temp table drawn as select n, random() as a, random() as b, random() as c, random() as d,
    random() as e from generate_series(1, 60000) n`,
  `insert into applications (id, person_id, kind, status, version, revision, office_id, claim_holder,
      claim_since, claim_until, submissions, submitted_at, saved_at, open_parts, open_entries, receipt_number,
      name, name_pinyin, name_initials, unit_name, target_exam, flags, lane)
    select lpad(n::text, 24, '0'), 'p' || n, kind, status, 1, 1, office, holder,
      case when holder is not null then day end, case when holder is not null then day end,
      case when again then 2 else 1 end, day, day, '', '', 'HN' || n, name, pinyin, left(pinyin, 1),
      '示例' || (n % 3000) || '有限公司', exam, case when noticed then 'x' else '' end,
      status || '.' || kind || case when again then 'Again' else '' end
    from (select n,
      (array['first', 'change'])[1 + floor(a * 2)::int] as kind, b < 0.5 as again,
      (array['submitted', 'returned', 'approved'])[1 + floor(c * 3)::int] as status,
      (array['none', 'intermediate', 'senior'])[1 + floor(d * 3)::int] as exam,
      (array['410102', '410103', '410105', '41' || lpad((200 + n % 150)::text, 4, '0')])[1 + least(n % 12, 3)] as office,
      timestamptz '2026-06-01' + e * interval '50 days' as day,
      (b * 1e6)::int % 3 = 0 as noticed,
      case when n % 300 = 0 then 'reviewer' || n % 50 end as holder,
      case when n % 7 = 0 then '王' || n else '人' || n end as name,
      case when n % 7 = 0 then 'wang' else 'ren' end as pinyin
    from drawn) made`,
  `insert into people (id, name, name_pinyin, name_initials, id_type, sealed, id_index, mobile_index, version, created_at)
    select 'p' || n, '人', 'ren', 'r', '111', '', md5('i' || n), md5('m' || n), 1, now() from drawn`,
  `insert into name_terms (office_id, term, application_id)
    select office_id, unnest(array[name, substr(name, 2), name_pinyin, name_initials]), id from applications`,
  `insert into unit_terms (office_id, term, unit_name)
    select distinct office_id, unnest(array[unit_name, substr(unit_name, 2), substr(unit_name, 3)]), unit_name
    from applications`,
  'vacuum analyze',
]

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  /** As estimated. */
  readonly 'Plan Rows': number
  readonly Plans?: readonly Node[]
}
interface Explained {
  readonly sql: string
  readonly nodes: readonly Node[]
}

/** Plans depend on the values: of each statement so many of those that were asked are explained. */
const SAMPLE = 12
/** Rows that may be read and sorted for a page of 20. */
const FEW = 60

let client: pg.Client
let watched: Db
let unasked: Db
let remove: () => Promise<void>
let seen = new Map<string, unknown[][]>()

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** What the engine says it does for the statements since the test began. */
async function plans(): Promise<Explained[]> {
  const explained: Explained[] = []
  for (const [sql, asked] of seen) {
    const step = Math.max(1, Math.floor(asked.length / SAMPLE))
    for (const params of asked.filter((_, at) => at % step === 0)) {
      const { rows } = await client.query(`explain (format json) ${sql}`, params)
      explained.push({ sql, nodes: nodesOf(rows[0]['QUERY PLAN'][0].Plan) })
    }
  }
  return explained
}

const onApplications = ({ 'Index Name': index = '' }: Node) => index.startsWith('applications_')
const byId = ({ 'Index Cond': cond = '' }: Node) => /\(id = /.test(cond)
/** What one reviewer holds now, which is little. */
const ownClaims = ({ 'Index Name': index, 'Index Cond': cond = '' }: Node) =>
  index === 'applications_claim' && /\(claim_holder = .*\(claim_until > /.test(cond)

const walks = ({ nodes }: Explained) =>
  nodes.some((node) => node['Node Type'] === 'Seq Scan' && BIG.includes(node['Relation Name'] ?? ''))
/** An index of the whole province read without any condition. */
const sweeps = ({ nodes }: Explained) =>
  nodes.some(({ 'Index Name': index, 'Index Cond': cond }) => index !== undefined && cond === undefined)
/** A sort of more than some pages: what is left between two bounds may be so little that it is sorted. */
const sorts = ({ nodes }: Explained) =>
  nodes.some((node) => /Sort$/.test(node['Node Type']) && (node.Plans?.[0]?.['Plan Rows'] ?? 0) > FEW)
/** A search whose only condition is the office reads all of it. */
const officeOnly = ({ nodes }: Explained) =>
  nodes.some(
    (node) =>
      onApplications(node) && /^\(office_id = [^()]*(\([^()]*\))?[^()]*\)$/.test(node['Index Cond'] ?? ''),
  )

/** The index that serves a filter. */
const indexOf = (params: FilterParams) =>
  params.flags
    ? 'applications_flagged'
    : headOf(params).includes('lane')
      ? 'applications_lane'
      : 'applications_queue'

/** A walk of a queue that leaves a condition of the filter to be tried row by row. */
const loose =
  (params: FilterParams) =>
  ({ nodes }: Explained) =>
    nodes
      .filter((node) => onApplications(node) && !byId(node) && !ownClaims(node))
      .some(({ 'Index Name': index = '', 'Index Cond': cond = '' }) => {
        // That something was noticed is known by its index alone.
        if (params.flags && index !== indexOf(params)) return true
        const bounds = boundsOf(params).map((way) => `(submitted_at ${way}`)
        return [...headOf(params).map((column) => `(${column} = `), ...bounds].some(
          (term) => !cond.includes(term),
        )
      })

const faults = async () => (await plans()).filter((plan) => walks(plan) || sweeps(plan) || officeOnly(plan))

const shapeOf = (params: FilterParams) => [indexOf(params), ...boundsOf(params)].join(' ')
/** The filters by what an index must serve. */
const SHAPES = [...new Set(FILTERS.map(shapeOf))].map(
  (shape) => [shape, FILTERS.filter((params) => shapeOf(params) === shape)] as const,
)

describe.skipIf(dialect === 'sqlite')('plans of the queue on PostgreSQL', () => {
  beforeAll(async () => {
    const opened = await openTestStore()
    remove = opened.remove
    client = new pg.Client({ connectionString: opened.url })
    await client.connect()
    for (const statement of FILL) await client.query(statement)
    const logger = {
      logQuery: (sql: string, params: unknown[]) => void seen.set(sql, [...(seen.get(sql) ?? []), params]),
    }
    const settings = { schema, casing: 'snake_case' as const, logger }
    watched = drizzle(client, settings) as unknown as Db
    // Walking a queue asks the same whatever is found: the statements need not be run to be explained.
    const nothing = { query: async () => ({ rows: [] }) } as unknown as pg.Client
    unasked = drizzle(nothing, settings) as unknown as Db
  }, 60_000)
  afterAll(async () => {
    await client.end()
    await remove()
  })
  beforeEach(() => {
    seen = new Map()
  })

  it.each(SHAPES)('come out of an index in the order of the page, both ways: %s', async (_, filters) => {
    for (const params of filters) await walkQueue(unasked, params)
    const told = await plans()
    const [params = {}] = filters
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter((plan) => walks(plan) || sweeps(plan) || sorts(plan) || loose(params)(plan))).toEqual(
      [],
    )
    const walked = told.flatMap(({ nodes }) =>
      nodes.filter((node) => onApplications(node) && !ownClaims(node)),
    )
    const used = walked.map((node) => node['Index Name'])
    expect([...new Set(used)]).toEqual([indexOf(params)])
  })

  it.each(SEARCHES)('of a search read ranges of terms: %s', async (q) => {
    await searchQueue(watched, q)
    expect(seen.size).toBeGreaterThan(0)
    expect(await faults()).toEqual([])
  })

  it('of a number, the figures and the oldest read no table whole', async () => {
    await askFigures(watched)
    expect(await faults()).toEqual([])
  })

  it.each(WITHOUT)('are found out without %s', async (index, what) => {
    const told = async () =>
      (await plans()).filter(
        (plan) =>
          walks(plan) ||
          sweeps(plan) ||
          officeOnly(plan) ||
          (typeof what === 'object' && (sorts(plan) || loose(what)(plan))),
      )
    await askFor(watched, what)
    expect(await told()).toEqual([])
    await client.query('begin')
    await client.query(`drop index ${index}`)
    try {
      expect(await told()).not.toEqual([])
    } finally {
      await client.query('rollback')
    }
  })
})
