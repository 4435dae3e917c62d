const TYPED = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]'

/** The lines that j and k go through: rows of a queue, changes, rows of a file. */
const LINES = '[data-application] a, .chg h3, .rows > [data-field]'

function step(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>(LINES)].filter((line) => line.offsetParent)
  if (lines.length === 0) return
  const at = lines.indexOf(document.activeElement as HTMLElement)
  const next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by]
  if (!next) return
  if (!next.hasAttribute('href')) next.tabIndex = -1
  for (const marked of document.querySelectorAll('.keyed')) marked.classList.remove('keyed')
  next.closest('tr, .rows > div')?.classList.add('keyed')
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

/** Chooses a decision and goes to where it is finished; nothing is sent by a single key. */
function choose(value: 'approve' | 'return'): void {
  const radio = document.querySelector<HTMLInputElement>(`[name="decision"][value="${value}"]`)
  if (!radio) return
  radio.checked = true
  const form = radio.form
  const place =
    value === 'approve'
      ? form?.querySelector<HTMLElement>('button[name="intent"]')
      : form?.querySelector<HTMLElement>('#reason')
  place?.focus()
}

function help(): void {
  const keys = document.querySelector<HTMLDetailsElement>('details.keys')
  if (!keys) return
  keys.open = true
  keys.querySelector('summary')?.focus()
}

const ACTS: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  k: () => step(-1),
  a: () => choose('approve'),
  r: () => choose('return'),
  '?': help,
}

/** Single keys at the desk, for who has switched them on (WCAG 2.1.4); never while something is typed. */
export function deskKeys(): void {
  if (document.documentElement.dataset.keys !== 'on' || !document.querySelector('.desk')) return
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.matches(TYPED)) return
    const act = ACTS[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
}
