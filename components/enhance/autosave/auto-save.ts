import { noticesIn } from './notices.ts'
import { type Saver, saverOf } from './saver.ts'
import { type Kept, type Sent, send, valuesOf } from './send.ts'

/** How often the session's end is looked at. */
const LOOK_MS = 10_000

function attach(place: HTMLElement, form: HTMLFormElement): void {
  const { to, draft, prolong, left } = place.dataset
  const saves = draft !== undefined
  let last: EventTarget | null = null
  /** Why what was typed is not stored. */
  let failing: 'cut' | 'answer' | undefined
  const notices = noticesIn(place, saves, () => (last instanceof HTMLElement ? last : null))
  const hidden = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)

  const kept = ({ savedAt, version, shown, left, at }: Kept) => {
    const [versions, marks] = [hidden('version'), hidden('shown')]
    if (versions) versions.value = String(version)
    if (marks) marks.value = shown
    // Reloaded, the page of a new entry would offer another one.
    if (at) history.replaceState(null, '', at)
    const text = `已自动保存 ${savedAt}`
    const first = notices.keep(text)
    // Once, and after a failure: every time would talk over the typing.
    if (first || failing) notices.hear(failing === 'cut' ? `网络已恢复，${text}` : text)
    failing = undefined
    notices.draw({ offline: false })
    notices.lasts(left)
  }
  const told = (sent: Sent | 'unchanged') => {
    if (sent === 'unchanged') {
      failing = undefined
      notices.draw({ offline: !navigator.onLine })
    } else if ('kept' in sent) kept(sent.kept)
    else if ('stopped' in sent) {
      failing = 'answer'
      if (sent.stopped === 'stale') {
        // The button then leads to the page with both versions, as it does where another device was faster.
        const mark = { type: 'hidden', name: 'overtaken', value: '1' }
        form.append(Object.assign(document.createElement('input'), mark))
      }
      notices.draw({ stopped: sent.stopped })
    } else {
      const before = failing
      failing = sent.failed
      if (failing === 'cut') notices.draw({ offline: true })
      else {
        const text = '没有自动保存成功，稍后再试。'
        notices.keep(text)
        if (!before) notices.hear(text)
      }
    }
  }

  let saver: Saver | undefined
  if (saves) {
    saver = saverOf({
      read: () => valuesOf(new FormData(form)),
      post(body) {
        const query = new URLSearchParams({ page: location.pathname, draft })
        const marks = new URLSearchParams({
          version: hidden('version')?.value ?? '',
          shown: hidden('shown')?.value ?? '',
        })
        return send(`${to}?${query}`, `${body}&${marks}`)
      },
      told,
    })
    form.addEventListener('input', saver.typed)
    form.addEventListener('change', saver.left)
    // A telephone may end the page as soon as it is out of sight.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') saver?.save()
    })
    addEventListener('pagehide', saver.save)
    // Back to a page that was kept whole: its versions are from before it was left.
    addEventListener('pageshow', (event) => {
      if (event.persisted && !failing && navigator.onLine) location.reload()
    })
  }
  form.addEventListener('focusin', (event) => {
    last = event.target
  })
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) {
      saver?.pressed()
      return
    }
    event.preventDefault()
    notices.draw({ offline: true })
    notices.hear('网络已断开，没有保存，内容还在本页。')
  })
  addEventListener('offline', () => notices.draw({ offline: true }))
  addEventListener('online', () => {
    notices.draw({ offline: failing === 'cut' })
    if (failing !== 'cut') notices.hear('网络已恢复')
    saver?.save()
  })
  place.querySelector('[data-stay]')?.addEventListener('click', async () => {
    const sent = await send(prolong ?? '', '')
    if ('kept' in sent) notices.lasts(sent.kept.left)
    else if ('stopped' in sent) notices.draw({ stopped: sent.stopped })
  })
  notices.lasts(Number(left))
  setInterval(notices.draw, LOOK_MS)
}

/** Around a form that is saved by itself; without this, and without scripts, its buttons save it. */
export class AutoSave extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (form) attach(this, form)
  }
}
