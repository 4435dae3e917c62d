import {
  type ChainEnd,
  type ChainStart,
  MAC_BYTES,
  macOfNext,
  macOfStart,
  type TrailEvent,
} from './audit-chain.ts'
import { agrees, type Head } from './audit-heads.ts'
import type { Keyring } from './keyring.ts'

/** The first thing that is wrong with a chain; link 0 is its start. */
export interface Flaw {
  readonly link: number
  readonly sentence: string
}

/** An event as the store keeps it. */
export interface LinkedEvent extends TrailEvent {
  readonly link: number
  readonly mac: Buffer | null
}

export interface ChainCheck {
  /** Looks at the start. */
  readonly begin: () => Flaw | undefined
  /** Looks at the next event in the order of the links; not to be asked on after a flaw. */
  readonly next: (event: LinkedEvent) => Flaw | undefined
  /** Looks at what must have been reached, when there are no more. */
  readonly finish: () => Flaw | undefined
}

const knows = (ring: Keyring, mac: Buffer) => ring.seal.keys.has(mac[0] ?? 0)

/** What is wrong with the start. */
function flawOfStart(ring: Keyring, start: ChainStart & { readonly mac: Buffer }): Flaw | undefined {
  const right =
    start.mac.length === MAC_BYTES &&
    knows(ring, start.mac) &&
    start.mac.equals(macOfStart(ring, start, start.mac[0]))
  if (right) return undefined
  return {
    link: 0,
    sentence: 'The start of the chain was changed, or KEYRING is not the key ring that it was begun with.',
  }
}

/** What is wrong with an event as the successor of `end`. */
function flawOfNext(ring: Keyring, end: ChainEnd, event: LinkedEvent): Flaw | undefined {
  const link = end.link + 1
  if (event.link > link)
    return { link, sentence: `Link ${link} is missing: after ${end.link} comes ${event.link}.` }
  if (event.link < link) return { link: event.link, sentence: `Link ${event.link} is there twice.` }
  const { mac } = event
  if (mac?.length === MAC_BYTES && !knows(ring, mac))
    return {
      link,
      sentence: `Link ${link} was made with key ${mac[0]}, which is not in the key ring: it was changed, or KEYRING is the wrong one.`,
    }
  if (mac?.length === MAC_BYTES && mac.equals(macOfNext(ring, end, event, mac[0]))) return undefined
  return {
    link,
    sentence: `Link ${link} is not what was written: event ${event.id} of ${event.at.toISOString()} was changed, moved or put in.`,
  }
}

/** Follows a chain from its start, beside the heads that were noted of it. */
export function checkChain(
  ring: Keyring,
  start: ChainStart & { readonly mac: Buffer },
  noted: readonly Head[],
): ChainCheck {
  const heads = noted.toSorted((a, b) => a.link - b.link)
  let compared = 0
  let end: ChainEnd = { link: 0, mac: start.mac }

  /** Compares the heads that were noted at the end as it is now. */
  function flawOfHeads(): Flaw | undefined {
    for (let head = heads[compared]; head && head.link <= end.link; head = heads[++compared]) {
      if (!agrees(head.mac, end.mac))
        return {
          link: end.link,
          sentence: `Link ${end.link} is not what the head of ${head.day} in ${head.place} says: the chain was written anew.`,
        }
    }
    return undefined
  }

  return {
    begin: () => flawOfStart(ring, start) ?? flawOfHeads(),
    next(event) {
      const flaw = flawOfNext(ring, end, event)
      if (flaw) return flaw
      end = { link: event.link, mac: event.mac ?? Buffer.alloc(0) }
      return flawOfHeads()
    },
    finish() {
      const head = heads[compared]
      if (!head) return undefined
      return {
        link: end.link + 1,
        sentence: `The head of ${head.day} in ${head.place} stands at link ${head.link}, the chain ends at ${end.link}: what followed was cut off.`,
      }
    },
  }
}
