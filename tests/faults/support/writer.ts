import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { faultOf } from '#db/errors'
import { attempts, events, notices } from '#db/schema'
import { openStore } from '#db/store'

// A process to be killed: `writer.ts URL NAME WRITERS ACKS [weak]`. Each writer stores a key, an event and one
// step of a counter in one transaction, and prints the key when the store has acknowledged it.

const [url = '', name = '', writers = '1', acks = '0', weak] = process.argv.slice(2)

/** The negative control: a store that acknowledges before the disk has the commit. */
function weaken(): void {
  const { pragma } = Database.prototype
  Database.prototype.pragma = function (text, options) {
    return pragma.call(this, text.replace('synchronous=FULL', 'synchronous=NORMAL'), options)
  }
}

if (weak === 'weak') weaken()
const store = await openStore(url)
const at = new Date()
let left = acks === '0' ? Number.POSITIVE_INFINITY : Number(acks)

const put = (key: string, counter: string) =>
  store.write(async (tx) => {
    await tx.insert(notices).values({ version: key, publishedAt: at })
    await tx.insert(events).values({ at, actorId: counter, role: 'system', verb: 'fault', facts: key })
    await tx
      .insert(attempts)
      .values({ key: counter, window: 0, n: 1 })
      .onConflictDoUpdate({
        target: [attempts.key, attempts.window],
        set: { n: sql`${attempts.n} + excluded.n` },
      })
  })

// Written at once, not through a stream: what is in the pipe outlives the process.
const say = (line: string) => writeSync(1, `${line}\n`)

async function writer(number: number): Promise<void> {
  const counter = `${name}.${number}`
  for (let n = 0; left > 0; n++) {
    left--
    const key = `${counter}.${n}`
    try {
      await put(key, counter)
      say(`ack ${key}`)
    } catch (error) {
      say(`fault ${faultOf(error) ?? String(error)}`)
    }
  }
}

say('ready')
await Promise.all(Array.from({ length: Number(writers) }, (_, number) => writer(number)))
await store.close()
