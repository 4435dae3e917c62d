import { describe, expect, test } from 'vitest'
import { ConfigError, readEnv } from './env.ts'

const read = (source: Record<string, string>, keyring = true) =>
  readEnv(source as NodeJS.ProcessEnv, () => keyring)

const ISSUER = {
  OIDC_ISSUER: 'https://id.example.cn',
  OIDC_CLIENT_ID: 'collection',
  OIDC_CLIENT_SECRET: 'secret',
}
const PRODUCTION = {
  ...ISSUER,
  APP_ENV: 'production',
  SEED: 'none',
  PUBLIC_ORIGIN: 'https://kjry.example.cn',
  KEYRING: '/keys/ring.json',
}

describe('defaults', () => {
  test('of an empty environment are those of the demo', () => {
    const env = read({})
    expect(env).toMatchObject({
      port: 3000,
      dataDir: `${process.cwd()}/data`,
      databaseUrl: `file:${process.cwd()}/data/app.db`,
      blobUrl: `file:${process.cwd()}/data/blobs`,
      publicOrigin: 'http://localhost:3000',
      oidc: undefined,
      appEnv: 'demo',
      idp: true,
      noticeLockSeconds: 30,
      seed: 'demo',
      keyringPath: `${process.cwd()}/data/keyring.json`,
      appClock: undefined,
      trustProxy: false,
      sms: 'demo',
    })
    expect(Object.isFrozen(env)).toBe(true)
  })

  test('follow PORT and DATA_DIR, and empty values count as not set', () => {
    const env = read({ PORT: '4100', DATA_DIR: '/var/lib/kj', PUBLIC_ORIGIN: '', DATABASE_URL: '' })
    expect(env.publicOrigin).toBe('http://localhost:4100')
    expect(env.databaseUrl).toBe('file:/var/lib/kj/app.db')
    expect(env.blobUrl).toBe('file:/var/lib/kj/blobs')
    expect(env.keyringPath).toBe('/var/lib/kj/keyring.json')
  })
})

test('file addresses become absolute, others stay', () => {
  expect(read({ DATABASE_URL: 'file:x/a.db' }).databaseUrl).toBe(`file:${process.cwd()}/x/a.db`)
  expect(read({ DATABASE_URL: 'file:///x/a.db' }).databaseUrl).toBe('file:/x/a.db')
  expect(read({ DATABASE_URL: 'postgres://h/db' }).databaseUrl).toBe('postgres://h/db')
  expect(read({ BLOB_URL: 's3://bucket' }).blobUrl).toBe('s3://bucket')
})

test('an origin may end in a slash and is kept without it', () => {
  expect(read({ PUBLIC_ORIGIN: 'https://a.example.cn/' }).publicOrigin).toBe('https://a.example.cn')
})

test('a real issuer switches the stand-in off, whatever IDP says', () => {
  const env = read({ ...ISSUER, IDP: 'demo', OIDC_CLAIMS: '{"id_number":"cert_no"}' })
  expect(env.idp).toBe(false)
  expect(env.oidc).toEqual({
    issuer: 'https://id.example.cn',
    clientId: 'collection',
    clientSecret: 'secret',
    scope: 'openid profile phone',
    claims: {
      sub: 'sub',
      name: 'name',
      id_type: 'id_type',
      id_number: 'cert_no',
      phone_number: 'phone_number',
    },
  })
})

test('an http issuer is taken on loopback', () => {
  expect(read({ ...ISSUER, OIDC_ISSUER: 'http://127.0.0.1:9000' }).oidc?.issuer).toBe('http://127.0.0.1:9000')
})

test.each<[string, Record<string, string>]>([
  ['PORT', { PORT: '0' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '3000x' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://h/db' }],
  ['DATABASE_URL', { DATABASE_URL: 'file:' }],
  ['BLOB_URL', { BLOB_URL: '/var/blobs' }],
  ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'kjry.example.cn' }],
  ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://kjry.example.cn/sub' }],
  ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'ftp://kjry.example.cn' }],
  ['OIDC_ISSUER', { ...ISSUER, OIDC_ISSUER: 'not an address' }],
  ['OIDC_ISSUER', { ...ISSUER, OIDC_ISSUER: 'http://id.example.cn' }],
  ['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://id.example.cn' }],
  ['OIDC_CLIENT_SECRET', { ...ISSUER, OIDC_CLIENT_SECRET: '' }],
  ['OIDC_CLAIMS', { OIDC_CLAIMS: '{' }],
  ['OIDC_CLAIMS', { OIDC_CLAIMS: '{"sex":"gender"}' }],
  ['OIDC_SCOPE', { OIDC_SCOPE: 'profile' }],
  ['APP_ENV', { APP_ENV: 'test' }],
  ['IDP', { IDP: 'yes' }],
  ['OIDC_ISSUER', { IDP: 'none' }],
  ['NOTICE_LOCK_SECONDS', { NOTICE_LOCK_SECONDS: '-1' }],
  ['NOTICE_LOCK_SECONDS', { NOTICE_LOCK_SECONDS: '1.5' }],
  ['SEED', { SEED: 'all' }],
  ['APP_CLOCK', { APP_CLOCK: '2026-07-01' }],
  ['APP_CLOCK', { APP_CLOCK: '2026-02-30T00:00:00Z' }],
  ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }],
  ['SMS', { SMS: 'yes' }],
])('%s is named when it is wrong: %j', (name, source) => {
  expect(() => read(source)).toThrow(ConfigError)
  expect(() => read(source)).toThrow(new RegExp(`^${name} must .+\\.$`))
})

describe('production', () => {
  test('starts with everything set', () => {
    expect(read(PRODUCTION)).toMatchObject({ appEnv: 'production', idp: false, seed: 'none', sms: 'none' })
  })

  test.each<[string, Record<string, string>]>([
    ['OIDC_ISSUER', { OIDC_ISSUER: '' }],
    ['IDP', { IDP: 'demo' }],
    ['SEED', { SEED: 'demo' }],
    ['SMS', { SMS: 'demo' }],
    ['NOTICE_LOCK_SECONDS', { NOTICE_LOCK_SECONDS: '29' }],
    ['APP_CLOCK', { APP_CLOCK: '2026-07-01T00:00:00Z' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'http://kjry.example.cn' }],
  ])('refuses a wrong %s', (name, source) => {
    expect(() => read({ ...PRODUCTION, ...source })).toThrow(new RegExp(`^${name} must `))
  })

  test('refuses a missing key ring', () => {
    expect(() => read(PRODUCTION, false)).toThrow(/^KEYRING must /)
  })
})
