import { suite } from '../support/suite.ts'

// The fault suites are apart from the unit suites: they kill processes, fill disks and need the build. One at a
// time: each measures its own processes against the disk.
export default suite('faults', { fileParallelism: false })
