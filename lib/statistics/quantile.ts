/** How many of something took how many working days. */
export type Histogram = ReadonlyMap<number, number>

/** Adds up histograms. */
export function histogramOf(rows: Iterable<{ readonly days: number; readonly n: number }>): Histogram {
  const sums = new Map<number, number>()
  for (const { days, n } of rows) sums.set(days, (sums.get(days) ?? 0) + n)
  return sums
}

/** How many there are. */
export const sizeOf = (histogram: Histogram): number => [...histogram.values()].reduce((sum, n) => sum + n, 0)

/**
 * The least number of days within which at least this share was done.
 * @param share above 0, up to 1
 * @returns nothing when there is nothing to measure
 */
export function within(histogram: Histogram, share: number): number | undefined {
  const needed = share * sizeOf(histogram)
  let seen = 0
  for (const [days, n] of [...histogram].sort(([a], [b]) => a - b)) {
    seen += n
    if (n > 0 && seen >= needed) return days
  }
  return undefined
}

/** Half were done within this many working days. */
export const median = (histogram: Histogram): number | undefined => within(histogram, 0.5)

/** Eight in ten were done within this many working days. */
export const eighty = (histogram: Histogram): number | undefined => within(histogram, 0.8)

/** The share of these days and fewer, 0–1; nothing when there is nothing to measure. */
export function shareWithin(histogram: Histogram, days: number): number | undefined {
  const size = sizeOf(histogram)
  if (size === 0) return undefined
  return sizeOf(new Map([...histogram].filter(([d]) => d <= days))) / size
}
