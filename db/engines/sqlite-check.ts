import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StoreError } from '../errors.ts'

/** The check reads every page: up to so many bytes that is done before the store opens, in about 0.2 s. */
const AT_ONCE = 64_000_000
/** Exit code of the child process that found damage. */
const DAMAGED = 3
/** The whole program of the child process; the build runs from the project's folder. */
const PROGRAM = join(process.cwd(), 'db/engines/sqlite-check-file.ts')

const damaged = (file: string) =>
  new StoreError(`The database file ${file} is damaged; restore it from the last backup.`)

/** Whether a file is checked before it opens. */
export const isSmall = (file: string): boolean => statSync(file).size <= AT_ONCE

/** Reads every page. @throws StoreError when the engine finds damage */
export function checkWhole(connection: Database.Database, file: string): void {
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file)
}

/** The child's work. @returns its exit code */
export function checkFile(file: string): number {
  const connection = new Database(file, { readonly: true })
  try {
    checkWhole(connection, file)
    return 0
  } catch (error) {
    // A page so broken that the check itself fails is damage too.
    const { code = '' } = error as { code?: string }
    if (error instanceof StoreError || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
      return DAMAGED
    throw error
  } finally {
    connection.close()
  }
}

/** What a check beside the service found: nothing, damage, or a reason why it could not be done. */
export interface Finding {
  readonly damaged: boolean
  readonly sentence: string
}

/** A check that runs beside the service. */
export interface Check {
  /** Resolves to nothing when all is well or the check was stopped. */
  readonly finding: Promise<Finding | undefined>
  readonly stop: () => void
}

/** Checks a file of any size in a process of its own, which gives way to the service. */
export function checkBeside(file: string): Check {
  const child = spawn(process.execPath, [PROGRAM, file], { stdio: ['ignore', 'ignore', 'pipe'] })
  if (child.pid !== undefined) setPriority(child.pid, 10)
  let stopped = false
  let said = ''
  child.stderr.on('data', (piece) => {
    said += piece
  })
  const finding = new Promise<Finding | undefined>((resolve) => {
    const unchecked = (reason: string) =>
      resolve({ damaged: false, sentence: `The database file ${file} could not be checked: ${reason}` })
    child.on('error', (error) => unchecked(error.message))
    child.on('close', (code) => {
      if (code === 0 || stopped) resolve(undefined)
      else if (code === DAMAGED) resolve({ damaged: true, sentence: damaged(file).message })
      else unchecked(said.trim().slice(0, 500))
    })
  })
  return {
    finding,
    stop() {
      stopped = true
      child.kill('SIGKILL')
    },
  }
}
