import { suite } from '../support/suite.ts'

// Apart from the unit suites: these look at what has been built, and weigh the pages of the built service.
export default suite('pages')
