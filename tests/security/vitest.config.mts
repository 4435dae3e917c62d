import { suite } from '../support/suite.ts'

// Apart from the unit suites: these run the built service and look at everything that it leaves behind.
export default suite('security')
