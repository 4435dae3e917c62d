import { type ChainEnd, MAC_BYTES } from './audit-chain.ts'

// A head is what is noted of the chain once a day: in the store, in a file beside it, and by people elsewhere,
// on paper if need be. One line each: day, link, code.

export interface Head {
  /** In Shanghai, `YYYY-MM-DD`. */
  readonly day: string
  readonly link: number
  /** In hex, whole or as `shownMac` prints it. */
  readonly mac: string
  /** Where it was found, for the sentence about it. */
  readonly place: string
}

const GROUP = 4
const SHOWN = 12
/** Digits on either side of the gap from which a code that was shortened is believed. */
const LEAST = 8

/** `2026-07-01 1234 01ab…`, as the file keeps it. */
export const headLine = ({ day, link, mac }: ChainEnd & { readonly day: string }): string =>
  `${day} ${link} ${mac.toString('hex')}`

/** The first and the last twelve digits in groups of four, to be copied by hand. */
export function shownMac(mac: Buffer): string {
  const hex = mac.toString('hex')
  const groups = (text: string) => text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join(' ') ?? text
  return `${groups(hex.slice(0, SHOWN))} … ${groups(hex.slice(-SHOWN))}`
}

const LINE = /^(\d{4}-\d{2}-\d{2})\s+(\d{1,15})\s+(\S.*)$/
const WHOLE = new RegExp(`^[0-9a-f]{${MAC_BYTES * 2}}$`)
const SHORT = new RegExp(`^[0-9a-f]{${LEAST},}…[0-9a-f]{${LEAST},}$`)

function readLine(line: string, place: string): Head | undefined {
  const [, day = '', link = '', typed = ''] = LINE.exec(line.trim()) ?? []
  const mac = typed.toLowerCase().replace(/\s/g, '').replace('...', '…')
  return WHOLE.test(mac) || SHORT.test(mac) ? { day, link: Number(link), mac, place } : undefined
}

/** The heads of a file. Empty lines and those behind a `#` are left out; `unread` are the lines that are none. */
export function readHeads(text: string, place: string): { heads: Head[]; unread: number[] } {
  const heads: Head[] = []
  const unread: number[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue
    const head = readLine(line, place)
    if (head) heads.push(head)
    else unread.push(at + 1)
  }
  return { heads, unread }
}

/** Whether a code is the one that was noted, as far as it was. */
export function agrees(noted: string, mac: Buffer): boolean {
  const hex = mac.toString('hex')
  const [first = '', last] = noted.split('…')
  return last === undefined ? hex === first : hex.startsWith(first) && hex.endsWith(last)
}
