/** After a refused form the page begins at the summary: it takes the focus, and with it the reader. */
export function focusErrorSummary(): void {
  document.querySelector<HTMLElement>('[data-error-summary]')?.focus()
}

/** A summary's link goes to the control itself, or to the first one of a group. */
export function linkToControls(): void {
  document.querySelector('[data-error-summary]')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const hash = link?.hash ?? ''
    if (!link || link.pathname !== location.pathname || hash.length < 2) return
    const place = document.getElementById(decodeURIComponent(hash.slice(1)))
    const control = place?.matches('input, select, textarea')
      ? place
      : place?.querySelector('input, select, textarea, a')
    if (!(control instanceof HTMLElement)) return
    event.preventDefault()
    place?.scrollIntoView()
    control.focus({ preventScroll: true })
  })
}
