import type { Sent } from './send.ts'

/** After the last key, and between two saves: many people fill at once, and a save is a write. */
export const REST_MS = 20_000
/** After a field was left, so that going through several fields is one save. */
export const LEFT_MS = 1_000
/** How long a pressed button has the form to itself: as long as it stays busy. */
export const PRESSED_MS = 8_000

/** The form as the saver sees it. */
export interface Page {
  /** What is in it now. */
  readonly read: () => string
  readonly post: (body: string) => Promise<Sent>
  /** Told how each attempt ended; `unchanged` when one that had failed is needed no more. */
  readonly told: (sent: Sent | 'unchanged') => void
}

/** When a form is saved by itself. */
export interface Saver {
  /** A key was pressed: saves after 20 seconds of rest. */
  readonly typed: () => void
  /** A field was left: saves soon, but not sooner than 20 seconds after the last time. */
  readonly left: () => void
  /** Saves now what has changed. */
  readonly save: () => void
  /** A button was pressed: what it sends is saved by it. */
  readonly pressed: () => void
}

/** Saves the page's form when it has changed, one attempt at a time; what cannot be mended by waiting ends it. */
export function saverOf({ read, post, told }: Page): Saver {
  let stored = read()
  let last = Number.NEGATIVE_INFINITY
  let pressedAt = Number.NEGATIVE_INFINITY
  let [busy, again, failed, over] = [false, false, false, false]
  let rest: ReturnType<typeof setTimeout> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined

  const after = (ms: number) => {
    clearTimeout(rest)
    rest = setTimeout(save, ms)
  }
  const typed = () => after(REST_MS)
  const left = () => {
    soon ??= setTimeout(save, Math.max(LEFT_MS, last + REST_MS - Date.now()))
  }

  async function attempt(body: string): Promise<void> {
    busy = true
    last = Date.now()
    const sent = await post(body)
    busy = false
    failed = 'failed' in sent
    over = 'stopped' in sent
    if ('kept' in sent) stored = body
    told(sent)
    if (failed) typed()
    else if (again) left()
    again = false
  }

  function save(): void {
    clearTimeout(rest)
    clearTimeout(soon)
    soon = undefined
    if (over) return
    if (Date.now() - pressedAt < PRESSED_MS) {
      after(PRESSED_MS)
      return
    }
    const body = read()
    if (body !== stored) {
      if (busy) again = true
      else attempt(body)
    } else if (failed && !busy) {
      failed = false
      told('unchanged')
    }
  }

  return {
    typed,
    left,
    save,
    pressed() {
      pressedAt = Date.now()
    },
  }
}
