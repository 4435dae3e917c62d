import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { StoreError } from '#db/errors'
import { closeStore, type Store, store } from '#db/store'
import { openTestStore } from '#db/testing'
import { VERSION } from '#lib/version'
import { GET } from './route.ts'

const shared = globalThis as typeof globalThis & { collectionStore?: Promise<Store> }

beforeAll(async () => {
  const { url, remove } = await openTestStore()
  process.env.DATABASE_URL = url
  return remove
})
afterEach(async () => {
  await closeStore().catch(() => {
    shared.collectionStore = undefined
  })
})

const answer = async () => {
  const response = await GET()
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('/health', () => {
  it('answers 200 while the store can be read', async () => {
    expect(await answer()).toEqual({
      status: 200,
      body: { status: 'ok', version: VERSION, database: (await store()).kind },
    })
  })

  it('answers 503 with the sentence of a store that does not open', async () => {
    shared.collectionStore = Promise.reject(new StoreError('The store is damaged.'))
    expect(await answer()).toEqual({
      status: 503,
      body: { status: 'unavailable', version: VERSION, reason: 'The store is damaged.' },
    })
  })

  it('answers 503 without the words of the engine when the read fails', async () => {
    const opened = await store()
    await opened.close()
    const { status, body } = await answer()
    expect(status).toBe(503)
    expect(body).toEqual({ status: 'unavailable', version: VERSION, reason: 'The store does not answer.' })
  })
})
