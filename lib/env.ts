import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** One sentence that names the variable whose value cannot be used. The process stops with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The claim names under which an identity platform gives what the service reads (contract 1). */
export interface ClaimNames {
  readonly sub: string
  readonly name: string
  readonly id_type: string
  readonly id_number: string
  readonly phone_number: string
}

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly claims: ClaimNames
  readonly scope: string
}

export interface Env {
  readonly port: number
  /** Absolute path of the directory that holds what the demo keeps. */
  readonly dataDir: string
  /** `file:` + absolute path, or `postgres://…`. */
  readonly databaseUrl: string
  /** `file:` + absolute path, or `s3://bucket`. */
  readonly blobUrl: string
  /** Scheme, host and port without a closing slash: the one origin forms may come from. */
  readonly publicOrigin: string
  /** Absent: the stand-in is the identity platform. */
  readonly oidc: OidcSettings | undefined
  readonly appEnv: 'demo' | 'production'
  /** Whether `/idp/*` is served. */
  readonly idp: boolean
  readonly noticeLockSeconds: number
  readonly seed: 'demo' | 'none'
  /** Absolute path. */
  readonly keyringPath: string
  /** The instant from which the clock runs on; tests only. */
  readonly appClock: Date | undefined
  readonly trustProxy: boolean
  /** Who shows it may read `/metrics`; absent, there is no such page. */
  readonly metricsToken: string | undefined
  /** Who carries messages to telephones (`lib/messages`). */
  readonly sms: 'demo' | 'none'
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

const isOrigin = (text: string) => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && (text === url.origin || text === `${url.origin}/`)
}
const isSafeIssuer = (text: string) => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))
}

const claimNames = z.strictObject({
  sub: z.string().min(1).default('sub'),
  name: z.string().min(1).default('name'),
  id_type: z.string().min(1).default('id_type'),
  id_number: z.string().min(1).default('id_number'),
  phone_number: z.string().min(1).default('phone_number'),
})

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((n) => n >= min && n <= max)

const schema = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|postgres(ql)?:\/\/.)/)
    .optional(),
  BLOB_URL: z
    .string()
    .regex(/^(file:.|s3:\/\/.)/)
    .optional(),
  PUBLIC_ORIGIN: z.string().refine(isOrigin).optional(),
  OIDC_ISSUER: z.string().refine(isSafeIssuer).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLAIMS: z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(claimNames),
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/)
    .default('openid profile phone'),
  APP_ENV: z.enum(['demo', 'production']).default('demo'),
  IDP: z.enum(['demo', 'none']).optional(),
  NOTICE_LOCK_SECONDS: wholeNumber(0, 3600).default(30),
  SEED: z.enum(['demo', 'none']).default('demo'),
  KEYRING: z.string().optional(),
  APP_CLOCK: z.iso.datetime({ offset: true }).optional(),
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  METRICS_TOKEN: z.string().min(16).optional(),
  SMS: z.enum(['demo', 'none']).optional(),
})

type Raw = z.infer<typeof schema>

/** What each variable must be, as the end of the sentence that refuses another value. */
const WANTED: Record<keyof Raw, string> = {
  PORT: 'a whole number from 1 to 65535',
  DATA_DIR: 'a directory',
  DATABASE_URL: '`file:PATH` or `postgres://…`',
  BLOB_URL: '`file:PATH` or `s3://BUCKET`',
  PUBLIC_ORIGIN: 'an origin such as `https://host` without a path',
  OIDC_ISSUER: 'an https address, or http on a loopback host',
  OIDC_CLIENT_ID: 'a client id',
  OIDC_CLIENT_SECRET: 'a client secret',
  OIDC_CLAIMS: 'a JSON object that maps sub, name, id_type, id_number, phone_number to claim names',
  OIDC_SCOPE: 'a list of scopes with `openid` in it',
  APP_ENV: '`demo` or `production`',
  IDP: '`demo` or `none`',
  NOTICE_LOCK_SECONDS: 'a whole number from 0 to 3600',
  SEED: '`demo` or `none`',
  KEYRING: 'a file',
  APP_CLOCK: 'an ISO instant such as `2026-07-01T08:00:00+08:00`',
  TRUST_PROXY: '`0` or `1`',
  METRICS_TOKEN: 'a secret of at least 16 characters',
  SMS: '`demo` or `none`',
}

/** `file:` addresses may be written relative to the working directory; from here on they are absolute. */
function absoluteFile(url: string): string {
  if (!url.startsWith('file:')) return url
  return `file:${resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))}`
}

function oidcOf(raw: Raw): OidcSettings | undefined {
  if (!raw.OIDC_ISSUER) return undefined
  if (!raw.OIDC_CLIENT_ID) throw new ConfigError('OIDC_CLIENT_ID must be set when OIDC_ISSUER is set.')
  if (!raw.OIDC_CLIENT_SECRET)
    throw new ConfigError('OIDC_CLIENT_SECRET must be set when OIDC_ISSUER is set.')
  return Object.freeze({
    issuer: raw.OIDC_ISSUER,
    clientId: raw.OIDC_CLIENT_ID,
    clientSecret: raw.OIDC_CLIENT_SECRET,
    claims: Object.freeze(raw.OIDC_CLAIMS),
    scope: raw.OIDC_SCOPE,
  })
}

/** What production never runs with (contract 1, APP_ENV). */
function refuseDemoSettings(raw: Raw, env: Env, fileExists: (path: string) => boolean): void {
  const refuse = (bad: boolean, sentence: string) => {
    if (bad) throw new ConfigError(sentence)
  }
  refuse(!env.oidc, 'OIDC_ISSUER must name a real identity platform when APP_ENV is production.')
  refuse(raw.IDP === 'demo', 'IDP must not be `demo` when APP_ENV is production.')
  refuse(raw.SMS === 'demo', 'SMS must not be `demo` when APP_ENV is production.')
  refuse(env.seed === 'demo', 'SEED must be `none` when APP_ENV is production.')
  refuse(env.noticeLockSeconds < 30, 'NOTICE_LOCK_SECONDS must be at least 30 when APP_ENV is production.')
  refuse(env.appClock !== undefined, 'APP_CLOCK must not be set when APP_ENV is production.')
  refuse(!env.publicOrigin.startsWith('https:'), 'PUBLIC_ORIGIN must be https when APP_ENV is production.')
  refuse(!fileExists(env.keyringPath), `KEYRING must name an existing key ring when APP_ENV is production.`)
}

/**
 * Checks a set of environment variables against section 1 of the contract. Empty values count as not set.
 * @throws ConfigError with one sentence that names the first variable whose value cannot be used
 */
export function readEnv(source: NodeJS.ProcessEnv, fileExists: (path: string) => boolean = existsSync): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof Raw
    throw new ConfigError(`${name} must be ${WANTED[name]}.`)
  }
  const raw = parsed.data
  const oidc = oidcOf(raw)
  if (!oidc && raw.IDP === 'none') throw new ConfigError('OIDC_ISSUER must be set when IDP is `none`.')
  const dataDir = resolve(raw.DATA_DIR)
  const env: Env = Object.freeze({
    port: raw.PORT,
    dataDir,
    databaseUrl: absoluteFile(raw.DATABASE_URL ?? `file:${join(dataDir, 'app.db')}`),
    blobUrl: absoluteFile(raw.BLOB_URL ?? `file:${join(dataDir, 'blobs')}`),
    publicOrigin: new URL(raw.PUBLIC_ORIGIN ?? `http://localhost:${raw.PORT}`).origin,
    oidc,
    appEnv: raw.APP_ENV,
    // A real issuer switches the stand-in off whatever IDP says.
    idp: !oidc,
    noticeLockSeconds: raw.NOTICE_LOCK_SECONDS,
    seed: raw.SEED,
    keyringPath: resolve(raw.KEYRING ?? join(dataDir, 'keyring.json')),
    appClock: raw.APP_CLOCK ? new Date(raw.APP_CLOCK) : undefined,
    trustProxy: raw.TRUST_PROXY === '1',
    metricsToken: raw.METRICS_TOKEN,
    sms: raw.SMS ?? (raw.APP_ENV === 'production' ? 'none' : 'demo'),
  })
  if (env.appEnv === 'production') refuseDemoSettings(raw, env, fileExists)
  return env
}

let checked: Env | undefined

/** The configuration of this process, read and checked at the first call. */
export function env(): Env {
  checked ??= readEnv(process.env)
  return checked
}
