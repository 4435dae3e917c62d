import { store } from '#db/store'
import { now } from '#lib/clock'
import { drawCaptcha } from '#lib/idp/captcha'
import { served } from '#lib/idp/serve'

interface Context {
  readonly params: Promise<{ id: string }>
}

/** The picture of a captcha. */
export const GET = served(async (_request: Request, { params }: Context) => {
  const svg = await drawCaptcha((await store()).read, (await params).id, now())
  if (!svg) return new Response(null, { status: 404 })
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' } })
})
