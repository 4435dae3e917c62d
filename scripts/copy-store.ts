import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { StoreError } from '#db/errors'
import { openStore, type Store } from '#db/store'
import { env } from '#lib/env'
import { receive } from './copy/receive.ts'
import { linesOf } from './copy/rows.ts'
import { send } from './copy/send.ts'
import { failed } from './lib/failed.ts'
import { progressLine } from './lib/progress.ts'

// Copies a store to another engine: `npm run copy -- --from URL --to URL`, while the service stands still. A
// process serves one kind of store, so that this one starts two more: one reads, one writes and reads back.
// Pictures and the key ring are files of their own and stay where they are.

const USAGE =
  'npm run copy -- --from URL --to URL, each `file:PATH` or `postgres://…`; the second must be empty.'

/** Works on the store of DATABASE_URL and lets go of it. */
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(env().databaseUrl)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

async function writeSide(): Promise<void> {
  const lines = linesOf(process.stdin.setEncoding('utf8') as AsyncIterable<string>)
  const copied = await withStore((store) => receive(store, lines, progressLine(process.stderr, 'rows')))
  console.log()
  for (const { table, sent, stored } of copied) {
    const same = sent.rows === stored.rows && sent.digest === stored.digest
    console.log(
      `${table.padEnd(22)} ${String(stored.rows).padStart(9)}  ${stored.digest.slice(0, 16)}  ${same ? 'same' : 'DIFFERS'}`,
    )
    if (!same) process.exitCode = 1
  }
  if (process.exitCode) throw new StoreError('The copy is not what was sent; throw it away.')
  console.log('Every table reads back as it was sent.')
}

/** One side in a process of its own. @returns its exit code */
function side(name: 'read' | 'write', url: string) {
  const child = spawn(process.execPath, [import.meta.filename, '--side', name], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: [name === 'write' ? 'pipe' : 'ignore', name === 'read' ? 'pipe' : 'inherit', 'inherit'],
  })
  const ended = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  return { child, ended }
}

async function copy(from: string, to: string): Promise<void> {
  if (from.startsWith('file:') && !existsSync(from.replace(/^file:/, ''))) {
    throw new StoreError(`The store to copy from is not there: ${from}.`)
  }
  const writer = side('write', to)
  const reader = side('read', from)
  const into = writer.child.stdin
  if (!reader.child.stdout || !into) throw new Error('The two sides have no pipe between them.')
  // A writer that has ended takes no more; its own sentence says why.
  into.on('error', () => reader.child.kill())
  reader.child.stdout.pipe(into)
  const codes = await Promise.all([reader.ended, writer.ended])
  if (codes.some((code) => code !== 0)) process.exitCode = 1
}

try {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' }, side: { type: 'string' } },
  })
  if (values.side === 'read') await withStore((store) => send(store.read, process.stdout))
  else if (values.side === 'write') await writeSide()
  else if (values.from && values.to && values.from !== values.to) await copy(values.from, values.to)
  else throw new StoreError(USAGE)
} catch (error) {
  failed(error)
}
