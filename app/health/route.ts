import { StoreError } from '#db/errors'
import { ping } from '#db/queries/health'
import { store } from '#db/store'
import { VERSION } from '#lib/version'

/** A sentence of ours says what is wrong; an engine's own words may hold statements and paths. */
const reasonOf = (error: unknown): string =>
  error instanceof StoreError ? error.message : 'The store does not answer.'

/** 200 while the store answers, 503 with the reason while it does not (contract section 1). */
export async function GET(): Promise<Response> {
  try {
    const { read, kind } = await store()
    await ping(read)
    return Response.json({ status: 'ok', version: VERSION, database: kind })
  } catch (error) {
    return Response.json(
      { status: 'unavailable', version: VERSION, reason: reasonOf(error) },
      { status: 503 },
    )
  }
}
