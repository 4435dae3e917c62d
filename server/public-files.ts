import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The addresses of the files under a directory, each with a leading slash. Empty when it does not exist. */
export function publicFiles(directory: string): Set<string> {
  try {
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    return new Set(
      files.map((file) => `/${relative(directory, join(file.parentPath, file.name)).split(sep).join('/')}`),
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set()
    throw error
  }
}
