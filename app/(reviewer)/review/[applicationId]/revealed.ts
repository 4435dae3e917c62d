import { hold, takeHeld } from '#lib/identity/held'
import { paths } from '#lib/paths'
import { REVEAL_MS } from '#lib/review/reveal'

/** Notes that a person sees an application's numbers for some minutes from now. @returns its id for the address */
export const noteRevealed = (
  personId: string,
  applicationId: string,
  at: Date,
): Promise<string | undefined> =>
  hold(
    {
      owner: `person:${personId}`,
      path: paths.application(applicationId),
      values: [],
      issues: { until: at.getTime() + REVEAL_MS },
    },
    at,
  )

/** Until when the numbers of an application are shown to this person; nothing when they are not. */
export async function revealedUntil(
  personId: string,
  applicationId: string,
  id: string | undefined,
  at: Date,
): Promise<Date | undefined> {
  const held = await takeHeld(id, `person:${personId}`, at)
  if (held?.path !== paths.application(applicationId)) return undefined
  const until = (held.issues as { until?: unknown } | undefined)?.until
  return typeof until === 'number' && until > at.getTime() ? new Date(until) : undefined
}
