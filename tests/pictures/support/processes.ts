import { readdirSync, readFileSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

/** The picture processes that a process has started (Linux). */
export function picturePids(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(`/proc/${pid}/status`).includes(`\nPPid:\t${parent}\n`))
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('images/pool/child.ts'))
    .map(Number)
}

/** @returns bytes that a process holds in memory */
export const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
