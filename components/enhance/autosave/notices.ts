import { barOf, type State, TOLD_BEFORE } from './words.ts'

/** Everything that can be seen and heard around the form. */
export interface Notices {
  /** Draws the bar anew, after a change or because time has passed. */
  readonly draw: (change?: Partial<State>) => void
  /** The session lasts so many seconds from now. */
  readonly lasts: (seconds: number) => void
  /** Reads a sentence out. */
  readonly hear: (text: string) => void
  /** Writes a sentence under the form. @returns whether it is the first one there */
  readonly keep: (text: string) => boolean
}

/**
 * The places that the page has printed for it (`components/form/autosave`).
 * @param back where the focus goes when the bar takes its button away
 */
export function noticesIn(place: HTMLElement, saves: boolean, back: () => HTMLElement | null): Notices {
  const part = (name: string) => place.querySelector<HTMLElement>(`[data-${name}]`)
  const [box, says, stay] = [part('bar'), part('says'), part('stay')]
  const [kept, heard] = [part('kept'), part('heard')]
  const state = { saves, stopped: undefined, offline: !navigator.onLine, longest: false }
  // By the clock on the wall: a machine that slept has to find the session ended.
  let ends = Number.POSITIVE_INFINITY
  let kind: string | undefined

  const hear = (text: string) => {
    if (heard) heard.textContent = text
  }
  const draw: Notices['draw'] = (change) => {
    Object.assign(state, change)
    if (!box || !says || !stay) return
    const bar = barOf(state, Math.floor((ends - Date.now()) / 1000))
    if (!bar?.stays && stay === document.activeElement) back()?.focus({ preventScroll: true })
    says.textContent = bar?.text ?? ''
    stay.hidden = !bar?.stays
    box.hidden = !bar
    if (bar && bar.kind !== kind) hear(bar.text)
    kind = bar?.kind
  }
  return {
    draw,
    hear,
    lasts(seconds) {
      ends = Date.now() + seconds * 1000
      draw({ longest: seconds <= TOLD_BEFORE })
    },
    keep(text) {
      if (!kept) return false
      const first = kept.hidden !== false
      kept.textContent = text
      kept.hidden = false
      return first
    },
  }
}
