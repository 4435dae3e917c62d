import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { listHeads, noteHead, type StoredHead } from '#db/audit/heads'
import { ChainError, linkEvents } from '#db/audit/link'
import type { Store } from '#db/store'
import { today } from '#lib/clock'
import type { ChainEnd } from '#lib/protect/audit-chain'
import { headLine, readHeads } from '#lib/protect/audit-heads'
import type { Keyring } from '#lib/protect/keyring'

/** Beside the store, in DATA_DIR: a line a day, only ever added to. */
export const HEADS_FILE = 'audit-heads.log'

/** Writes one run makes at most, of some ten milliseconds each: a backlog takes a few runs. */
const WRITES = 20

/** Adds to the file the heads of the days that it does not have yet. */
function writeHeads(file: string, heads: readonly StoredHead[]): void {
  mkdirSync(dirname(file), { recursive: true })
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const there = new Set(readHeads(text, file).heads.map(({ day }) => day))
  const lines = heads.filter(({ day }) => !there.has(day)).map((head) => `${headLine(head)}\n`)
  if (lines.length === 0) return
  const opened = openSync(file, 'a', 0o600)
  try {
    // What a power cut has torn stays a line of its own.
    writeSync(opened, `${text === '' || text.endsWith('\n') ? '' : '\n'}${lines.join('')}`)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/**
 * Links what is committed and notes the day's head, in the store and in the file. It remembers the end that it
 * has seen: a chain that was changed beneath it is told once and not gone on with until the next start.
 */
export function trailKeeper(ring: Keyring, file: string): (store: Store, now: Date) => Promise<void> {
  let seen: ChainEnd | undefined
  let stopped = false
  let noted = ''

  /** @returns whether nothing is left to be linked */
  async function link(store: Store, now: Date): Promise<boolean> {
    try {
      const { end, all } = await linkEvents(store, ring, now, seen, WRITES)
      seen = end
      return all
    } catch (error) {
      if (!(error instanceof ChainError)) throw error
      stopped = true
      console.error(error.message)
      return false
    }
  }

  return async (store, now) => {
    if (stopped || !(await link(store, now))) return
    const day = today(now)
    if (day === noted) return
    await noteHead(store, ring, day, now)
    noted = day
    try {
      writeHeads(file, await listHeads(store.read))
    } catch (error) {
      console.error(`The head of the trail was not written to ${file}: ${(error as Error).message}`)
    }
  }
}
