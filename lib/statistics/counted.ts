/** What an office did in a period, for one kind of event, round and number of working days. */
export interface Counted {
  readonly officeId: string
  readonly what: 'submit' | 'approve' | 'return'
  /** 1, or one more than the returns before it. */
  readonly round: number
  /** Working days of this round. */
  readonly waited: number
  /** Working days that offices had it in all rounds: the clock stands while the applicant mends. */
  readonly spent: number
  readonly n: number
}

/** The same by week, for all offices together. */
export interface WeekCount {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly week: string
  readonly what: Counted['what']
  readonly n: number
}
