/** The youngest age at which work counts (V-AGE, D5), in years. */
export const WORKING_AGE = 16
/** Above this a birth date is looked at again (V-AGE), in years. */
export const OLD_AGE = 100

/**
 * Completed years of age. Both are `YYYY-MM-DD`; `on` may be a month, and then the whole month counts:
 * somebody whose birthday falls in it has the age.
 */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5, on.length) ? years - 1 : years
}
