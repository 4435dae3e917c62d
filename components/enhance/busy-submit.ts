/**
 * A form that is on its way says so and is not sent twice. The button stays enabled, so that its name and
 * value are sent; coming back by the history makes the form usable again.
 */
export function busySubmit(): void {
  const sent = new Map<HTMLFormElement, Element | null>()
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    if (sent.has(form)) {
      event.preventDefault()
      return
    }
    const button = event.submitter ?? form.querySelector('button[type="submit"]')
    sent.set(form, button)
    button?.setAttribute('aria-busy', 'true')
  })
  addEventListener('pageshow', () => {
    for (const button of sent.values()) button?.removeAttribute('aria-busy')
    sent.clear()
  })
}
