// The certified OpenID provider in a process of its own: `provider.mjs PORT CLIENT_ID CLIENT_SECRET SERVICE`. It
// signs in whoever the test has named, without asking. `POST /test` steers it, `GET /test` tells what it has seen.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const [port, clientId, clientSecret, service] = process.argv.slice(2)
const issuer = `http://127.0.0.1:${port}`

/** Seconds by which the clock of this process is wrong. */
let skew = 0
const machineTime = Date.now
Date.now = () => machineTime() + skew * 1000

/** Claims of the people by their subject. */
const people = new Map()
/** Subject that signs in next. */
let who = ''
/** How often somebody had to be signed in anew. */
let asked = 0
/** Whether the ID token holds the claims, or userinfo alone. */
let inIdToken = false
/** Signing keys, newest first. */
let keys = []

const newKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

let provider
/** Sign-ins on their way outlive a change: the provider keeps them beside its configuration. */
function configure() {
  provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${service}/api/auth/callback/identity`],
        post_logout_redirect_uris: [`${service}/`],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys },
    cookies: { keys: ['a test'] },
    // The names of this platform are its own: OIDC_CLAIMS and OIDC_SCOPE map them.
    scopes: ['openid', 'shiming'],
    claims: { openid: ['sub'], shiming: ['xm', 'zjlx', 'zjhm', 'sjh'] },
    conformIdTokenClaims: !inIdToken,
    pkce: { required: () => true },
    ttl: { IdToken: 60 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          const named = form.replace('<form ', '<form data-form="platform-logout" ')
          ctx.body = named.replace(
            '</form>',
            '<button type="submit" name="logout" value="yes"></button></form>',
          )
        },
      },
    },
    findAccount: (_ctx, sub) =>
      people.has(sub) && { accountId: sub, claims: () => ({ sub, ...people.get(sub) }) },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  })
}

/** Signs in whoever is named and consents to everything. */
async function interact(request, answer) {
  const { grantId, params } = await provider.interactionDetails(request, answer)
  const grant =
    (grantId && (await provider.Grant.find(grantId))) ||
    new provider.Grant({ accountId: who, clientId: params.client_id })
  grant.addOIDCScope(params.scope)
  const consent = { grantId: await grant.save() }
  asked++
  await provider.interactionFinished(request, answer, { login: { accountId: who }, consent })
}

async function steer(request, answer) {
  let body = ''
  for await (const piece of request) body += piece
  const order = body ? JSON.parse(body) : {}
  if (order.person) {
    const { sub, ...claims } = order.person
    people.set(sub, claims)
    who = sub
  }
  if (order.skew !== undefined) skew = order.skew
  if (order.inIdToken !== undefined) inIdToken = order.inIdToken
  if (order.rotate) keys = [newKey()]
  if (order.rotate || order.inIdToken !== undefined) configure()
  answer.setHeader('content-type', 'application/json')
  answer.end(JSON.stringify({ asked, kid: keys[0].kid }))
}

keys = [newKey()]
configure()
createServer((request, answer) => {
  const handled = request.url?.startsWith('/test')
    ? steer(request, answer)
    : request.url?.startsWith('/interaction/')
      ? interact(request, answer)
      : provider.callback()(request, answer)
  Promise.resolve(handled).catch((error) => {
    console.error(error)
    answer.writeHead(500).end(String(error))
  })
}).listen(Number(port), '127.0.0.1', () => console.log(`Provider: ${issuer}`))
