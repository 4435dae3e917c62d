/** What is stored now. */
export interface Kept {
  /** `14:32` */
  readonly savedAt: string
  readonly version: number
  readonly shown: string
  /** Seconds of the session. */
  readonly left: number
  /** The address of an entry that was stored for the first time. */
  readonly at?: string
}

/** How a save ended: `failed` may be tried again, `stopped` may not. */
export type Sent =
  | { readonly kept: Kept }
  | { readonly failed: 'cut' | 'answer' }
  | { readonly stopped: 'stale' | 'ended' | 'refused' }

const STOPPED: Readonly<Record<number, 'stale' | 'ended' | 'refused'>> = {
  401: 'ended',
  409: 'stale',
  413: 'refused',
  422: 'refused',
}

/** Browsers send no more than 64 KiB for a page that has gone. */
const OUTLIVES = 60_000

/**
 * A form's values as its buttons would send them, without what frameworks add and without what it knows of the
 * store: two of these are equal when nothing was changed.
 */
export function valuesOf(pairs: Iterable<readonly [string, FormDataEntryValue]>): string {
  const values = new URLSearchParams()
  for (const [name, value] of pairs) {
    if (typeof value === 'string' && !/^(?:\$|version$|shown$)/.test(name))
      values.append(name, value.replace(/\r?\n/g, '\r\n'))
  }
  return values.toString()
}

/** Posts and reads the answer. `fetch` may outlive the page, so that leaving it loses nothing. */
export async function send(address: string, body: string): Promise<Sent> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(body),
      keepalive: body.length < OUTLIVES,
    })
    const stopped = STOPPED[answer.status]
    if (stopped) return { stopped }
    return answer.ok ? { kept: (await answer.json()) as Kept } : { failed: 'answer' }
  } catch {
    return { failed: 'cut' }
  }
}
