const WIDTH = 30
/** Where the line cannot be written over, it is written again after so many seconds. */
const SECONDS = 5

/** A line that tells how far, how fast and how long; on a terminal it stays in its place. */
export function progressLine(out: NodeJS.WriteStream, what: string): (done: number, total: number) => void {
  const began = performance.now()
  let told = 0
  return (done, total) => {
    const seconds = (performance.now() - began) / 1000
    if (!out.isTTY && done < total && seconds - told < SECONDS) return
    told = seconds
    const rate = Math.round(done / Math.max(seconds, 0.001))
    const full = total === 0 ? WIDTH : Math.round((done / total) * WIDTH)
    const left = rate === 0 ? '?' : Math.round((total - done) / rate)
    const bar = `${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}`
    const line = `[${bar}] ${done} of ${total} ${what}, ${rate}/s, ${left} s left`
    out.write(out.isTTY ? `\r${line} ` : `${line}\n`)
  }
}
