import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { insertKey, type KeyRow, keyContext, listKeys } from '#db/queries/idp'
import type { Store } from '#db/store'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { openJson, sealJson } from '#lib/protect/seal'

export const ALGORITHM = 'RS256'

const opened = (row: KeyRow) => ({
  kid: row.id,
  jwk: openJson<JWK>(keyring(), keyContext(row.id), row.sealed),
})

/** The keys with their private parts; the first call makes one, which a restart finds again. */
async function keyRows(store: Store, now: Date): Promise<KeyRow[]> {
  const rows = await listKeys(store.read)
  if (rows.length > 0) return rows
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: 2048, extractable: true })
  const jwk = await exportJWK(privateKey)
  await store.write(async (tx) => {
    // Two first calls at once: the one that comes second keeps to the other's key.
    if ((await listKeys(tx)).length > 0) return
    const id = newId()
    await insertKey(tx, { id, sealed: sealJson(keyring(), keyContext(id), jwk), createdAt: now })
  })
  return listKeys(store.read)
}

/** The newest key, which signs. */
export async function signingKey(
  store: Store,
  now: Date,
): Promise<{ kid: string; key: CryptoKey | Uint8Array }> {
  const row = (await keyRows(store, now)).at(-1)
  if (!row) throw new Error('The signing key was not stored.')
  const { kid, jwk } = opened(row)
  return { kid, key: await importJWK(jwk, ALGORITHM) }
}

/** The public parts, as `/idp/jwks` gives them. */
export async function publicKeys(store: Store, now: Date): Promise<{ keys: JWK[] }> {
  const rows = await keyRows(store, now)
  return {
    keys: rows
      .map(opened)
      .map(({ kid, jwk: { kty, n, e } }) => ({ kty, n, e, kid, alg: ALGORITHM, use: 'sig' })),
  }
}
