import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { testsOf } from './tree.mjs'

/** What opens a store of its own. */
const OPENS = /\b(?:openTestStore|emptyPlace)\(/
/** What reads the file of SQLite itself. */
const ONE_ENGINE = /\bfrom 'better-sqlite3'|\bwriteCrowd\(/

/**
 * The suites that open a store and can do so on either engine, found by what they say.
 * @param {string} root
 * @returns {string[]} paths relative to `root`
 */
export function storeSuites(root) {
  return ['app', 'db', 'lib', 'scripts', 'server'].flatMap((name) =>
    testsOf(root, name).filter((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return OPENS.test(text) && !ONE_ENGINE.test(text)
    }),
  )
}
