const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/**
 * How long things are kept, in milliseconds, in one place. What is not named here is kept as long as the
 * person is on the register.
 */
export const RETENTION = {
  /** An object without a row: what an upload left that was interrupted. Nothing under way takes a day. */
  strayObject: DAY,
  /** A picture that a later one has replaced, from the approval of the later one, or from its own upload. */
  supersededPicture: 365 * DAY,
  /** A first collection that was begun and never submitted, from its last save to the warning … */
  draftUntilWarned: 180 * DAY,
  /** … and to its deletion, */
  draft: 210 * DAY,
  /** which never comes sooner after the warning than this. */
  draftAfterWarning: 30 * DAY,
  /** Sessions: a person sees the list of the last ones. */
  session: 180 * DAY,
  /** A form that was kept because it could not be stored: shown for half an hour. */
  heldForm: HOUR,
  /** A message to a telephone, from when it left; what a person was told stays in the trail (`/notices`). */
  message: 30 * DAY,
  /** Counts for pacing; the longest window is an hour. */
  attempt: DAY,
} as const
