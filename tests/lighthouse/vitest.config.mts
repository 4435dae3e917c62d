import { suite } from '../support/suite.ts'

// Apart from the unit suites: it fetches a tool of a hundred packages, and looks at the built service with it.
export default suite('lighthouse', { fileParallelism: false, testTimeout: 300_000 })
