import { suite } from '../support/suite.ts'

// Apart from the unit suites: these run the built service beside identity platforms of their own.
export default suite('oidc')
