/**
 * How many whole seconds of reading are left (R13): from the first showing, whatever was reloaded since.
 * Rounded up, so that 0 means the lock has really gone.
 */
export function secondsLeft(openedAt: Date, now: Date, lockSeconds: number): number {
  const passed = now.getTime() - openedAt.getTime()
  return Math.max(0, Math.ceil((lockSeconds * 1000 - passed) / 1000))
}
