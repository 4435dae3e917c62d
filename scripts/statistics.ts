import { rebuildStatistics } from '#db/queries/statistics-rebuild'
import { closeStore, store } from '#db/store'
import { failed } from './lib/failed.ts'

// Counts submissions and decisions again, for a store that was filled without the counters:
// `npm run statistics`, while the service does not run.

try {
  const counted = await rebuildStatistics(await store())
  console.log(`Counted ${counted.submissions} submissions and ${counted.decisions} decisions.`)
} catch (error) {
  failed(error)
} finally {
  await closeStore().catch(() => {})
}
