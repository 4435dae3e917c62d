import { readFileSync, rmSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {string} file */
function report(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * A run that failed without a failed test (a file that does not load, a hook) counts as one failure.
 * @param {number} passed
 * @param {number} failed
 * @param {number} code exit code
 * @returns {Counts}
 */
function counted(passed, failed, code) {
  return { passed, failed: code !== 0 ? Math.max(failed, 1) : failed }
}

/**
 * @param {string} file report of vitest
 * @param {number} code
 */
export function vitestCounts(file, code) {
  const json = report(file)
  return counted(json?.numPassedTests ?? 0, json?.numFailedTests ?? 0, code)
}

/**
 * @param {string} file report of Playwright
 * @param {number} code
 */
export function playwrightCounts(file, code) {
  const stats = report(file)?.stats
  return counted((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, code)
}

/**
 * Removes the report of an earlier run, so that a run that breaks off is not counted by it.
 * @param {string} file
 */
export function forget(file) {
  rmSync(file, { force: true })
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return all.reduce(
    (total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed }),
    {
      passed: 0,
      failed: 0,
    },
  )
}
