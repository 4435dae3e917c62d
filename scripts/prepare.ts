import { prepare } from '#db/prepare'

// Prepares the store for the development server, which has no start of its own.
try {
  const { summary } = await prepare()
  for (const line of summary) console.log(line)
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
