import { createHmac } from 'node:crypto'
import { type Keyring, purposeSecret } from './keyring.ts'

// Each event of the trail carries a code over itself and over the code before it, under a key that is not in
// the store: whoever has the store alone can neither change nor take out one that is linked.

/** A code: the id of its key (1 byte), then HMAC-SHA256. */
export const MAC_BYTES = 33

/** An event without its place. */
export interface TrailEvent {
  readonly id: number
  readonly at: Date
  readonly actorId: string
  readonly role: string
  readonly verb: string
  readonly applicationId: string | null
  readonly personId: string | null
  readonly officeId: string | null
  readonly facts: string
}

/** Where a chain begins, and how many events stood before it. */
export interface ChainStart {
  readonly before: number
  readonly at: Date
}

/** Where a chain ends: what the next link goes on from. Link 0 is its start. */
export interface ChainEnd {
  readonly link: number
  readonly mac: Buffer
}

// What stands before the start; no key has the id 0.
const NOTHING = Buffer.alloc(MAC_BYTES)

function macOf(ring: Keyring, keyId: number, previous: Buffer, values: readonly unknown[]): Buffer {
  const code = createHmac('sha256', purposeSecret(ring, 'audit', keyId))
    .update(previous)
    .update(JSON.stringify(values))
    .digest()
  return Buffer.concat([Buffer.of(keyId), code])
}

/** The code of the start. @throws KeyringError when the ring has no such key */
export const macOfStart = (ring: Keyring, { before, at }: ChainStart, keyId = ring.seal.current): Buffer =>
  macOf(ring, keyId, NOTHING, ['start', before, at.getTime()])

/** The code of the event that follows `end`. @throws KeyringError when the ring has no such key */
export const macOfNext = (
  ring: Keyring,
  end: ChainEnd,
  event: TrailEvent,
  keyId = ring.seal.current,
): Buffer =>
  macOf(ring, keyId, end.mac, [
    end.link + 1,
    event.id,
    event.at.getTime(),
    event.actorId,
    event.role,
    event.verb,
    event.applicationId,
    event.personId,
    event.officeId,
    event.facts,
  ])
