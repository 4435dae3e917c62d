const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * When a message is tried again: after as long as it has waited already, so that the pauses double, from a minute to
 * an hour.
 * @param writtenAt when the message was written
 */
export const triedAgainAt = (writtenAt: Date, now: Date): Date =>
  new Date(now.getTime() + Math.min(HOUR, Math.max(MINUTE, now.getTime() - writtenAt.getTime())))
