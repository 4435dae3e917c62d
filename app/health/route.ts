import { ping } from '#db/queries/health'
import { store } from '#db/store'
import { VERSION } from '#lib/version'

/** 200 while the store answers, 503 with the reason while it does not (contract section 1). */
export async function GET(): Promise<Response> {
  try {
    const { read, kind } = await store()
    await ping(read)
    return Response.json({ status: 'ok', version: VERSION, database: kind })
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'the store does not answer'
    return Response.json({ status: 'unavailable', version: VERSION, reason }, { status: 503 })
  }
}
