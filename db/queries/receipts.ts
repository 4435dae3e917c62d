import { eq } from 'drizzle-orm'
import { receiptNumber } from '#lib/protect/ids'
import { applications } from '../schema.ts'
import type { Db } from '../store.ts'

/**
 * A receipt number that no application has. Chance alone gives one twice on a day of some ten thousand
 * submissions, such as the last one before a deadline.
 * @param date of the submission, `YYYY-MM-DD`
 */
export async function freeReceiptNumber(
  tx: Db,
  date: string,
  draw: (date: string) => string = receiptNumber,
): Promise<string> {
  for (;;) {
    const number = draw(date)
    const taken = await tx
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.receiptNumber, number))
    if (taken.length === 0) return number
  }
}
