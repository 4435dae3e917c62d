/** Every drawing the interface uses: strokes on a 20-unit square, always beside a word. */
const DRAWINGS = {
  back: 'M12.5 4 6.5 10l6 6',
  next: 'm7.5 4 6 6-6 6',
  tick: 'm3.5 10.5 4.5 4.5L16.5 5.5',
  cross: 'M5 5l10 10M15 5 5 15',
  info: 'M10 1.75a8.25 8.25 0 1 0 0 16.5 8.25 8.25 0 0 0 0-16.5M10 9.25V14M10 6v.25',
  error: 'M10 1.75a8.25 8.25 0 1 0 0 16.5 8.25 8.25 0 0 0 0-16.5M10 5.5V11M10 13.9v.25',
  done: 'M10 1.75a8.25 8.25 0 1 0 0 16.5 8.25 8.25 0 0 0 0-16.5M6.25 10.25l2.75 2.75 4.75-5.5',
  warn: 'M10 2.5 18.4 17H1.6zM10 8v4M10 14.3v.25',
  lock: 'M4.5 9h11v8h-11zM7 9V6a3 3 0 0 1 6 0v3',
  clip: 'M15.5 9 9.25 15.25a3.4 3.4 0 0 1-4.8-4.8l6.6-6.6a2.3 2.3 0 0 1 3.2 3.2l-6.4 6.4a1.1 1.1 0 0 1-1.6-1.6L12 6.1',
  code: 'M3 3h5v5H3zM12 3h5v5h-5zM3 12h5v5H3zM12 12h2v2M17 12v5h-3',
} as const

export type IconName = keyof typeof DRAWINGS

/** A drawing from the closed set, hidden from screen readers: the word beside it carries the meaning. */
export function Icon({ name, tone }: { name: IconName; tone?: 'yes' | 'no' | 'caution' }) {
  return (
    <svg className={tone ? `ico ${tone}` : 'ico'} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  )
}
