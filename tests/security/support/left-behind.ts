import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Artefact } from './needles.ts'
import { reading, rowsOf, tablesOf } from './stored.ts'

/** Every file below a folder, except the key ring, which is kept elsewhere in production. */
export function filesIn(folder: string): Artefact[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'keyring.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: `${basename(folder)}${path.slice(folder.length)}`, bytes: readFileSync(path) }))
}

/** Every value of every table, read by the engine: a long one lies in pieces on its pages. */
export const valuesIn = (file: string): Artefact[] =>
  reading(file, (database) =>
    tablesOf(database).map((table) => {
      const values = rowsOf(database, table)
        .flat()
        .map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(String(value))))
      return {
        name: `table ${table}`,
        bytes: Buffer.concat(values.flatMap((value) => [value, Buffer.of(0)])),
      }
    }),
  )
