/**
 * More keys than any of our forms has: a body with more is not one of ours. The largest is a decision on a
 * long file: three for each of some two hundred rows.
 */
const MAX_KEYS = 900

/**
 * The text fields of a posted form, in the order sent. Keys that the framework adds begin with `$`;
 * files have routes of their own.
 */
export function textPairs(form: FormData): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$')) pairs.push([name, value])
    if (pairs.length > MAX_KEYS) break
  }
  return pairs
}

/** The one value of a scalar field; empty when it is missing or was sent more than once. */
export function scalar(form: FormData, name: string): string {
  const values = form.getAll(name)
  return values.length === 1 && typeof values[0] === 'string' ? values[0] : ''
}

/** Every value of a field that may repeat. */
export const several = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((v): v is string => typeof v === 'string')

/** Which of the two buttons of a step was pressed; Enter presses the first, `continue`. */
export const intentOf = (form: FormData): 'continue' | 'save' =>
  scalar(form, 'intent') === 'save' ? 'save' : 'continue'
