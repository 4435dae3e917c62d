export type DatePart = 'year' | 'month' | 'day'

/** A sentence about one box names it right after the field's label: `…的月份须在 1 至 12 之间`. */
const NAMED: readonly (readonly [RegExp, DatePart])[] = [
  [/年份/, 'year'],
  [/月份/, 'month'],
  [/的日须/, 'day'],
]

/** Which boxes of a date are red: the empty ones of an unfinished date, the one the sentence names, else all. */
export function wrongBoxes(
  boxes: readonly { part: DatePart; value: string }[],
  error: string | undefined,
): ReadonlySet<DatePart> {
  if (!error) return new Set()
  const empty = boxes.filter((box) => box.value.trim() === '')
  if (empty.length > 0 && empty.length < boxes.length) return new Set(empty.map((box) => box.part))
  const named = NAMED.find(([word]) => word.test(error))
  return new Set(named ? [named[1]] : boxes.map((box) => box.part))
}
