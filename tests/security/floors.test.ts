import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '#support/children'

// The versions under which known holes lie (advisories read up to November 2026), in what is installed.
const FLOORS: Readonly<Record<string, string>> = {
  next: '16.4.5',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'next-auth': '4.24.15',
  sharp: '0.35.5',
  'better-sqlite3': '13.2.0',
  'drizzle-orm': '0.45.4',
  jose: '6.2.18',
}

const numbers = (version: string) => version.split(/[.-]/).map(Number)

/** Whether a version is as new as another. */
function reaches(version: string, floor: string): boolean {
  const [have, want] = [numbers(version), numbers(floor)]
  const at = want.findIndex((part, index) => part !== have[index])
  return at < 0 || (have[at] ?? 0) > (want[at] ?? 0)
}

test.each([
  ['16.4.5', '16.4.5', true],
  ['16.4.10', '16.4.5', true],
  ['17.0.0', '16.4.5', true],
  ['16.4.4', '16.4.5', false],
  ['15.9.9', '16.4.5', false],
])('%s against %s: %s', (version, floor, yes) => {
  expect(reaches(version, floor)).toBe(yes)
})

test.each(Object.entries(FLOORS))('%s is installed in %s or later', (name, floor) => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'))
  expect(reaches(version, floor), version).toBe(true)
})

test('what is installed is what the lock file says, each package with its digest', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const packages = Object.entries(
    lock.packages as Record<string, { version: string; integrity?: string; link?: true }>,
  )
  const bare = packages.filter(([path, { integrity, link }]) => path !== '' && !integrity && !link)
  expect(bare.map(([path]) => path)).toEqual([])
  for (const name of Object.keys(FLOORS)) {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'))
    expect(lock.packages[`node_modules/${name}`].version, name).toBe(version)
  }
})

test('this runs on a Node that is cared for', () => {
  expect(reaches(process.versions.node, '24.21.0'), process.versions.node).toBe(true)
})
