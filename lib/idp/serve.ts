import { env } from '../env.ts'

type Handler<A extends readonly unknown[]> = (...given: A) => Promise<Response>

/** A route of the stand-in: with a real identity platform there is nothing at its address (contract section 1). */
export const served =
  <A extends readonly unknown[]>(handler: Handler<A>): Handler<A> =>
  async (...given) =>
    env().idp ? handler(...given) : new Response(null, { status: 404 })

/** On to another address, which is fetched with GET. */
export const seeOther = (location: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { location, ...headers } })

/** A request of a client that must not be sent back to where it claims to come from. */
export function refusal(sentence: string): Response {
  const html = `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>不能登录 - 统一身份认证平台（模拟）</title></head>
<body><main><h1>不能登录</h1><p>${sentence}</p>
<p>请<a href="/login">从信息采集首页重新登录</a>。仍不能登录的，请拨打 <a href="tel:037196500">0371-96500</a>。</p></main></body>
</html>`
  return new Response(html, { status: 400, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** The network address of the browser, as the server in front names it. */
export const addressOf = (headers: Headers): string => headers.get('x-forwarded-for') ?? 'unknown'
