import { timingSafeEqual } from 'node:crypto'
import { countApplications } from '#db/queries/queue-figures'
import { store } from '#db/store'
import { env } from '#lib/env'
import { pool } from '#lib/images/pool/current'
import { metrics } from '#lib/metrics'

/** Whether a request carries the operator's token. */
function isOperator(request: Request, token: string): boolean {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** What is counted, in the text format of Prometheus, for who has the token; without a token there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const { metricsToken } = env()
  if (!metricsToken) return new Response(null, { status: 404 })
  if (!isOperator(request, metricsToken)) {
    return new Response('token needed', { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  }
  const { registry, applications, pictures } = metrics()
  for (const { status, kind, n } of await countApplications((await store()).read)) {
    applications.set({ status, kind }, n)
  }
  pictures.set(pool().waiting)
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
}
