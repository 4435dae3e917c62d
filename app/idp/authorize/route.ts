import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { authorize } from '#lib/idp/authorize'
import { client } from '#lib/idp/client'
import { refusal, seeOther, served } from '#lib/idp/serve'
import { idpCookieName } from '#lib/idp/sessions'

/** The authorisation endpoint (OpenID Connect Core 3.1.2). */
export const GET = served(async (request: NextRequest) => {
  const token = (await cookies()).get(idpCookieName)?.value
  const outcome = await authorize(await store(), client(), request.nextUrl.searchParams, token, now())
  return 'to' in outcome ? seeOther(outcome.to) : refusal(outcome.refused)
})
