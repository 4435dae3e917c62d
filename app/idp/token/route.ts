import { store } from '#db/store'
import { now } from '#lib/clock'
import { client } from '#lib/idp/client'
import { served } from '#lib/idp/serve'
import { exchangeCode } from '#lib/idp/tokens'

/** The token endpoint (RFC 6749 3.2); the client authenticates itself, so no Origin is asked. */
export const POST = served(async (request: Request) => {
  const form = new URLSearchParams(await request.text())
  const authorization = request.headers.get('authorization')
  const { status, body } = await exchangeCode(await store(), client(), { authorization, form }, now())
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (status === 401) headers['www-authenticate'] = 'Basic realm="idp"'
  return Response.json(body, { status, headers })
})
