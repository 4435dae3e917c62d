import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { postedForm } from '#lib/idp/forms'
import { answerFace } from '#lib/idp/recovery'
import { seeOther, served } from '#lib/idp/serve'

interface Context {
  readonly params: Promise<{ token: string }>
}

/** The form of `/idp/face/[token]`. */
export const POST = served(async (posted: Request, { params }: Context) => {
  const { token } = await params
  const passed = scalar(await postedForm(posted), 'intent') === 'pass'
  const counted = await answerFace(await store(), token, passed, now())
  const result = !counted ? 'lapsed' : passed ? 'passed' : 'failed'
  return seeOther(`/idp/face/${encodeURIComponent(token)}?result=${result}`)
})
