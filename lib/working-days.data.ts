/**
 * Days on which the calendar differs from the week: the State Council's holiday notice of each year. This
 * is data; a year without a row here counts its weekends only. Check against the notice when it comes out.
 */
export interface YearCalendar {
  readonly year: number
  /** First and last day off, `MM-DD`. */
  readonly off: readonly (readonly [string, string])[]
  /** Saturdays and Sundays on which offices work. */
  readonly worked: readonly string[]
}

export const CALENDARS: readonly YearCalendar[] = [
  {
    year: 2026,
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
]
