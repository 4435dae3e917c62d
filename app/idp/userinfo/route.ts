import { store } from '#db/store'
import { now } from '#lib/clock'
import { served } from '#lib/idp/serve'
import { userinfo } from '#lib/idp/tokens'

/** Claims about the person of an access token (OpenID Connect Core 5.3). */
const claims = served(async (request: Request) => {
  const found = await userinfo(await store(), request.headers.get('authorization'), now())
  if (found) return Response.json(found, { headers: { 'cache-control': 'no-store' } })
  return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })
})

export { claims as GET, claims as POST }
