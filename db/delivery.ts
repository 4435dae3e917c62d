import type { Sms, SmsAnswer, SmsProvider } from '#lib/messages/provider'
import { triedAgainAt } from '#lib/messages/retry'
import { worthSendingMs } from '#lib/messages/templates'
import { recordEvent } from './queries/events.ts'
import { dueMessages, giveBackMessage, type Message, takeMessage } from './queries/outbox.ts'
import type { Store } from './store.ts'

/** Messages of one run; the rest is found by the next. */
const BATCH = 100
/** An undo asked for in the last instant may still be on its way into the store (D15). */
const SETTLED_MS = 5_000
/** What should have left before that is not looked for any more: nothing is worth sending as long. */
const LOOK_BACK_MS = 48 * 60 * 60_000
/** A gateway that says nothing for so long has perhaps accepted. */
const ANSWER_MS = 10_000

/** What became of the messages of a run: `later` is tried again, of `unknown` nobody knows. */
export type Delivered = Readonly<Record<'accepted' | 'refused' | 'later' | 'unknown', number>>

const UNKNOWN: SmsAnswer = { accepted: false, reason: 'unknown', again: false }

/** Asks the gateway. Without an answer it is not known whether the message goes out: then it is not sent again. */
async function ask(provider: SmsProvider, sms: Sms, answerMs: number): Promise<SmsAnswer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<SmsAnswer>((settle) => {
    timer = setTimeout(() => settle(UNKNOWN), answerMs)
  })
  const asked = Promise.resolve(sms).then((one) => provider.send(one))
  return Promise.race([asked.catch(() => UNKNOWN), late]).finally(() => clearTimeout(timer))
}

async function record(
  store: Store,
  id: number,
  message: Message,
  answer: SmsAnswer,
  now: Date,
): Promise<void> {
  const { personId, template } = message
  await store.write((tx) =>
    recordEvent(tx, {
      at: now,
      actorId: 'system',
      role: 'system',
      ...(personId ? { personId } : {}),
      ...(answer.accepted
        ? { verb: 'messageSent', facts: { message: id, template } }
        : { verb: 'messageRefused', facts: { message: id, template, reason: answer.reason } }),
    }),
  )
}

/** Hands one message over. @returns nothing when somebody else has taken it, or it was recalled */
async function deliverOne(
  store: Store,
  provider: SmsProvider,
  id: number,
  now: Date,
  answerMs: number,
): Promise<keyof Delivered | undefined> {
  const taken = await store.write((tx) => takeMessage(tx, id))
  if (!taken) return undefined
  const { message, writtenAt } = taken
  const { mobile: to, template, params } = message
  const worthUntil = writtenAt.getTime() + worthSendingMs(template)
  const tooLate = now.getTime() > worthUntil
  const answer: SmsAnswer = tooLate
    ? { accepted: false, reason: 'tooLate', again: false }
    : await ask(provider, { id: String(id), to, template, params }, answerMs)
  const again = triedAgainAt(writtenAt, now)
  if (!answer.accepted && answer.again && again.getTime() <= worthUntil) {
    await store.write((tx) => giveBackMessage(tx, id, to, again))
    return 'later'
  }
  await record(store, id, message, answer, now)
  if (answer.accepted) return 'accepted'
  return answer === UNKNOWN ? 'unknown' : 'refused'
}

/**
 * Hands the messages that are due to who carries them, each at most once: it is taken out of the outbox before the
 * gateway is asked, and only a clear "not now" puts it back. A process that dies in between leaves the message
 * taken, without an event that says it was sent. What became of the others is in the events. A gateway that puts
 * off or does not answer ends the run: the rest waits for the next.
 * @param answerMs how long the gateway may take over one message
 */
export async function deliverMessages(
  store: Store,
  provider: SmsProvider,
  now: Date,
  answerMs: number = ANSWER_MS,
): Promise<Delivered> {
  const counts = { accepted: 0, refused: 0, later: 0, unknown: 0 }
  const before = (ms: number) => new Date(now.getTime() - ms)
  for (const id of await dueMessages(store.read, before(SETTLED_MS), before(LOOK_BACK_MS), BATCH)) {
    const became = await deliverOne(store, provider, id, now, answerMs)
    if (became) counts[became]++
    if (became === 'later' || became === 'unknown') break
  }
  return counts
}
