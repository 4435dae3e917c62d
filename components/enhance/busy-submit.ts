/** After this the form can be sent again: the answer may have been a file, or the line may have dropped. */
const GIVE_UP_MS = 8000

/**
 * A form that is on its way says so and is not sent twice. The button stays enabled, so that its name and
 * value are sent; coming back by the history makes the form usable again.
 */
export function busySubmit(): void {
  const sent = new Map<HTMLFormElement, Element | null>()
  const release = (form: HTMLFormElement) => {
    sent.get(form)?.removeAttribute('aria-busy')
    sent.delete(form)
  }
  document.addEventListener('submit', (event) => {
    const form = event.target
    // Sent by another behaviour, which shows how far it is.
    if (event.defaultPrevented) return
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    if (sent.has(form)) {
      event.preventDefault()
      return
    }
    const button = event.submitter ?? form.querySelector('button[type="submit"]')
    sent.set(form, button)
    button?.setAttribute('aria-busy', 'true')
    setTimeout(() => release(form), GIVE_UP_MS)
  })
  addEventListener('pageshow', () => {
    for (const form of [...sent.keys()]) release(form)
  })
}
