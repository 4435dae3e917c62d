import { suite } from '../support/suite.ts'

// Apart from the unit suites: a minute of pictures, and the service that has been built. One at a time: the pool
// has a process for each of two cores already.
export default suite('pictures', { fileParallelism: false, testTimeout: 120_000 })
