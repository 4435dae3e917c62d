import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Files that change nothing in what is built. */
const LEFT_OUT = /(?:\.test\.tsx?|\.md|\.DS_Store)$/

/**
 * Every file below a name, sorted; a name that does not exist gives none.
 * @param {string} root
 * @param {string} name
 * @returns {string[]} paths relative to `root`
 */
function allBelow(root, name) {
  const stat = statSync(join(root, name), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [name]
  return readdirSync(join(root, name))
    .sort()
    .flatMap((entry) => allBelow(root, `${name}/${entry}`))
}

/**
 * The files below a name that change what is built.
 * @param {string} root
 * @param {string} name
 */
export const filesOf = (root, name) => allBelow(root, name).filter((file) => !LEFT_OUT.test(file))

/**
 * The suites below a name.
 * @param {string} root
 * @param {string} name
 */
export const testsOf = (root, name) => allBelow(root, name).filter((file) => /\.test\.tsx?$/.test(file))

/**
 * One digest of names and contents: the same tree gives the same digest on every machine.
 * @param {string} root
 * @param {readonly string[]} names files and folders
 * @param {readonly string[]} extra further texts that go in
 * @returns {string} 20 hex digits
 */
export function digestOf(root, names, extra = []) {
  const hash = createHash('sha256')
  for (const file of names.flatMap((name) => filesOf(root, name))) {
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest(),
    )
  }
  for (const text of extra) hash.update(`\0${text}`)
  return hash.digest('hex').slice(0, 20)
}
