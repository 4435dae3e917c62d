import { parentPort, workerData } from 'node:worker_threads'
import { batchMaker, type Making } from './making.ts'
import type { Plan } from './plan.ts'
import { CROWD_TABLE_NAMES } from './tables.ts'

// A thread of its own: lives are made on every core while the main thread writes them.

const make = batchMaker(workerData as Making)

parentPort?.on('message', (plan: Plan) => {
  const batch = make(plan)
  parentPort?.postMessage(
    batch,
    CROWD_TABLE_NAMES.map((name) => batch.rows[name].bytes.buffer),
  )
})
