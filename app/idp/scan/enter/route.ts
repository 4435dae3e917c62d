import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { enter } from '#lib/idp/enter'
import { postedForm } from '#lib/idp/forms'
import { takeScan } from '#lib/idp/scan'
import { seeOther, served } from '#lib/idp/serve'
import { withQuery } from '#lib/paths'

/** The form of `/idp/scan`: on to the client once the telephone has answered. */
export const POST = served(async (posted: Request) => {
  const scan = scalar(await postedForm(posted), 'scan')
  const stored = await store()
  const answered = await takeScan(stored, scan, now())
  if (!answered) return seeOther(withQuery('/idp/scan', { scan, waiting: '1' }))
  return enter(stored, answered.sub, answered.request, now())
})
