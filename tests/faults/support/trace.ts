export interface Orders {
  readonly acks: number
  /** Acknowledgements printed while something in the write-ahead log had not been synced. */
  readonly early: number
  readonly syncs: number
}

// `strace -f` begins a line with the thread, `-y` writes the path behind a descriptor: `pwrite64(18</x/app.db-wal>, …`
const WRITE = /\b(?:pwrite64|write)\(\d+<[^>]*-wal>/
const SYNC = /\bf(?:data)?sync\(\d+<[^>]*-wal>/
const ACK = /\bwrite\(1<[^>]*>, "ack /

/** Follows the log through a trace: it is dirty from a write on until a sync. */
export function ordersOf(trace: string): Orders {
  let dirty = true
  let [acks, early, syncs] = [0, 0, 0]
  for (const line of trace.split('\n')) {
    if (WRITE.test(line)) dirty = true
    else if (SYNC.test(line)) {
      dirty = false
      syncs++
    } else if (ACK.test(line)) {
      acks++
      if (dirty) early++
    }
  }
  return { acks, early, syncs }
}
