import { cookies } from 'next/headers'
import { env } from '#lib/env'
import { scalar } from '#lib/forms'
import { displayChange, pageOf } from '../display.ts'

const YEAR = 365 * 24 * 60 * 60

/** Keeps a display mode in a cookie for a year and goes back to the page it was chosen on. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const { publicOrigin } = env()
  const jar = await cookies()
  for (const [name, value] of Object.entries(displayChange((field) => scalar(form, field)))) {
    const keep = {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      secure: publicOrigin.startsWith('https:'),
    } as const
    jar.set(name, value, { ...keep, maxAge: value === '' ? 0 : YEAR })
  }
  return new Response(null, {
    status: 303,
    headers: { location: pageOf(request.headers.get('referer'), publicOrigin) },
  })
}
