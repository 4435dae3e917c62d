import { followProvince } from '#lib/working-days'
import { listCalendarDays } from './queries/calendar.ts'
import type { Store } from './store.ts'

/** Lets this process go by the calendar that the province keeps now. */
export async function refreshCalendar(store: Store): Promise<void> {
  const days = await listCalendarDays(store.read)
  followProvince(new Map(days.map(({ day, worked }) => [day, worked])))
}
