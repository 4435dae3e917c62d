import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** An answer of the service as it is counted: what kind of page, never which. */
export interface Answered {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly seconds: number
}

/** First segments that are told apart; an address itself may hold an id, and any number of them is asked for. */
const AREAS = new Set([
  'account',
  'admin',
  'api',
  'collection',
  'contacts',
  'documents',
  'health',
  'idp',
  'login',
  'logout',
  'notice',
  'notices',
  'record',
  'review',
  'ui',
  'verify',
])

/** The area of a path: its first segment where it is one of ours, `start`, or `other`. */
export function areaOf(path: string): string {
  const [, first = ''] = path.split('/')
  if (first === '') return 'start'
  return AREAS.has(first) ? first : 'other'
}

function make() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    answers: new Histogram({
      name: 'http_answer_seconds',
      help: 'From the first header of a request to the last byte of its answer.',
      labelNames: ['method', 'area', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    applications: new Gauge({
      name: 'applications',
      help: 'Applications of the province by state and kind.',
      labelNames: ['status', 'kind'],
      registers,
    }),
    pictures: new Gauge({
      name: 'pictures_waiting',
      help: 'Pictures that wait for a picture process.',
      registers,
    }),
  }
}

// The bundles of Next hold copies of this module; all count in one place.
const shared = globalThis as typeof globalThis & { serviceMetrics?: ReturnType<typeof make> }

/** The counters of this process. */
export function metrics(): ReturnType<typeof make> {
  shared.serviceMetrics ??= make()
  return shared.serviceMetrics
}

const METHODS = new Set(['GET', 'HEAD', 'POST'])

/** Counts one answer. The status is kept by its class, `2xx` to `5xx`. */
export function countAnswer({ method, path, status, seconds }: Answered): void {
  const known = METHODS.has(method) ? method : 'other'
  const labels = { method: known, area: areaOf(path), status: `${Math.floor(status / 100)}xx` }
  metrics().answers.observe(labels, seconds)
}
