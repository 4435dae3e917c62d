import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** A store of SQLite with the folder that holds its key ring and pictures. */
export interface StoreFile {
  readonly file: string
  readonly folder: string
}

/** The two stores that are compared. */
export interface Stores {
  readonly small: StoreFile
  readonly large: StoreFile
}

export interface Options {
  readonly root: string
  readonly rounds: number
  /** Asked by the parts that need them. @throws BenchError that says how to make the large one */
  readonly stores: () => Stores
}

/** A sentence that ends the bench. */
export class BenchError extends Error {}

/**
 * The office whose queue is measured, one of the largest. All people of the small store are in it: a page of
 * its queue is then as full there as in the large store, under every filter.
 */
export const OFFICE = '410105'
const SMALL = 10_000
const LARGE = 1_200_000

const place = (file: string): StoreFile => ({ file: resolve(file), folder: dirname(resolve(file)) })

/** The environment of a program that works on a store. */
export const environmentOf = ({ file, folder }: StoreFile): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: folder,
  DATABASE_URL: `file:${file}`,
  BLOB_URL: undefined,
  KEYRING: undefined,
  NODE_ENV: 'production',
})

function make(root: string, store: StoreFile, people: number, more: readonly string[] = []): void {
  console.log(`Making a store of ${people} people in ${store.folder}.`)
  const args = ['scripts/seed-scale.ts', '--people', String(people), ...more]
  const made = spawnSync(process.execPath, args, { cwd: root, env: environmentOf(store), stdio: 'inherit' })
  if (made.status !== 0) throw new BenchError('The store could not be made.')
}

/**
 * Finds the two stores. The small one is made when it is missing, the large one only when its
 * size is named.
 * @throws BenchError that says how to make it
 */
export function storesOf(
  root: string,
  asked: { small: string | undefined; large: string | undefined; people: string | undefined },
): Stores {
  const named = asked.people === undefined ? LARGE : Number(asked.people)
  if (!Number.isInteger(named) || named < SMALL)
    throw new BenchError(`--people is a number from ${SMALL} on.`)
  const standard = (name: string | number) => join(root, 'data-bench', String(name), 'app.db')
  const small = place(asked.small ?? standard(`${SMALL}-${OFFICE}`))
  const large = place(asked.large ?? standard(named))
  if (!existsSync(small.file)) make(root, small, SMALL, ['--county', OFFICE])
  if (!existsSync(large.file)) {
    if (asked.people === undefined) {
      throw new BenchError(
        `There is no store of ${named} people at ${large.file}. Name one by --large FILE, or make one: ` +
          `"npm run bench -- store queue --people ${named}" (a quarter of an hour and 20 GB; a smaller number is quicker).`,
      )
    }
    make(root, large, named)
  }
  return { small, large }
}
