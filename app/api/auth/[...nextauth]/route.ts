import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { env } from '#lib/env'
import { authOptions } from '#lib/identity/auth'
import { ownReturnTo } from '#lib/identity/return-to'
import { paths, withQuery } from '#lib/paths'

interface Context {
  readonly params: Promise<{ nextauth: string[] }>
}

/** The steps of a sign-in. Everything else that next-auth offers has no use here and is not served. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  GET: ['signin', 'callback', 'error'],
  POST: ['signin'],
}

/** Our sign-in page takes a relative `returnTo`, and learns by `step` that a cookie has been set before. */
function readable(location: string): string {
  const { publicOrigin } = env()
  const url = new URL(location, publicOrigin)
  if (url.origin !== publicOrigin || url.pathname !== paths.login()) return location
  return withQuery(paths.login(ownReturnTo(url.searchParams.get('callbackUrl'), publicOrigin)), {
    error: url.searchParams.get('error') ?? undefined,
    step: '2',
  })
}

async function step(request: NextRequest, context: Context): Promise<Response> {
  const [action = ''] = (await context.params).nextauth
  if (!STEPS[request.method]?.includes(action)) return new Response(null, { status: 404 })
  const answer: Response = await NextAuth(request, context, authOptions())
  const location = answer.headers.get('location')
  if (location === null) return answer
  answer.headers.set('location', readable(location))
  return new Response(null, { status: 303, headers: answer.headers })
}

export { step as GET, step as POST }
