/** Seconds at which a screen reader hears how long there is to read; more would talk over the notice. */
const ANNOUNCED = [30, 10, 0]

/**
 * Counts the seconds down on the notice page. The wait itself is the stylesheet's and the server's;
 * here only the figure moves, and the live region speaks at 30, 10 and 0.
 */
export function noticeCountdown(): void {
  const place = document.querySelector<HTMLElement>('[data-notice-wait]')
  const figure = place?.querySelector<HTMLElement>('[data-seconds]')
  if (!place || !figure) return
  let left = Number(place.dataset.noticeWait)
  if (!(left > 0)) return
  const spoken = document.createElement('p')
  spoken.className = 'vh'
  spoken.setAttribute('role', 'status')
  place.appendChild(spoken)
  // The printed sentence would be read every second.
  figure.closest('[aria-live]')?.removeAttribute('aria-live')
  const until = performance.now() + left * 1000
  const announce = () => {
    if (ANNOUNCED.includes(left)) spoken.textContent = left > 0 ? `还需阅读 ${left} 秒` : '可以勾选了'
  }
  announce()
  const timer = setInterval(() => {
    const now = Math.max(0, Math.ceil((until - performance.now()) / 1000))
    while (left > now) {
      left -= 1
      announce()
    }
    figure.textContent = String(left)
    if (left === 0) clearInterval(timer)
  }, 250)
}
