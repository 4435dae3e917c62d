/** How the person wants pages to look: 长辈版, 特大字, 高对比. The default has no cookie. */
export interface Display {
  readonly ui?: 'elder' | 'elder-max'
  readonly contrast?: 'more'
  /** Single keys at the desk; off at first (WCAG 2.1.4). */
  readonly keys?: 'on'
}

/** Reads the display cookies; anything unknown is the default. */
export function displayOf(cookie: (name: string) => string | undefined): Display {
  const ui = cookie('ui')
  return {
    ...(ui === 'elder' || ui === 'elder-max' ? { ui } : {}),
    ...(cookie('contrast') === 'more' ? { contrast: 'more' } : {}),
    ...(cookie('keys') === 'on' ? { keys: 'on' } : {}),
  }
}

/** What a press of a masthead button changes: cookie → new value, empty for the default. */
export function displayChange(form: (name: string) => string): Readonly<Record<string, string>> {
  const [ui, contrast, keys] = [form('ui'), form('contrast'), form('keys')]
  return {
    ...(ui === 'elder' || ui === 'elder-max' ? { ui } : ui === 'standard' ? { ui: '' } : {}),
    ...(contrast === 'more' ? { contrast } : contrast === 'standard' ? { contrast: '' } : {}),
    ...(keys === 'on' ? { keys } : keys === 'off' ? { keys: '' } : {}),
  }
}

/** The page the button was on, as a path of our own; the start page when the browser does not say. */
export function pageOf(referrer: string | null, origin: string): string {
  if (!referrer || !URL.canParse(referrer)) return '/'
  const url = new URL(referrer)
  return url.origin === origin && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}
