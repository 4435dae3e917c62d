import { join } from 'node:path'
import { ROOT, start } from '#support/children'

const WRITER = join(ROOT, 'tests/faults/support/writer.ts')
type Writing = { name: string; writers?: number; acks?: number; weak?: boolean }

/** The command of a process that writes to a store (`writer.ts`). */
export const writerArgs = (url: string, { name, writers = 16, acks = 0, weak = false }: Writing) => [
  WRITER,
  url,
  name,
  String(writers),
  String(acks),
  ...(weak ? ['weak'] : []),
]

export const startWriter = (url: string, writing: Writing) =>
  start(process.execPath, writerArgs(url, writing))

/** The keys that a writer was told were stored. */
export const acknowledged = (said: string) => [...said.matchAll(/^ack (\S+)$/gm)].map(([, key]) => key ?? '')
/** What it was told instead. */
export const faults = (said: string) => [...said.matchAll(/^fault (.+)$/gm)].map(([, fault]) => fault ?? '')
