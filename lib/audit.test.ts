import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isDaily, readSearch, verbWord } from './audit.ts'

const read = (typed: Record<string, string>) => readSearch(Object.entries(typed))

it.each([
  ['nothing', {}, ['idNumber']],
  ['blanks', { idNumber: ' ', from: '' }, ['idNumber']],
  ['a person', { idNumber: '410105198701309968' }, []],
  ['a verb', { verb: 'export' }, []],
  ['a verb that is none', { verb: 'toString' }, ['idNumber']],
  ['one day', { from: '2026-07-01', to: '2026-07-01' }, []],
  ['backwards', { from: '2026-07-02', to: '2026-07-01' }, ['to']],
  ['no such days', { from: '2026-02-30', to: 'x' }, ['from', 'to']],
])('a search for %s', (_, typed, names) => {
  expect(read(typed).errors.map((error) => error.name)).toEqual(names)
})

it('takes a number however its signs were typed', () => {
  expect(read({ idNumber: ' ４１０１０５ 19870130996x ' }).search.idNumber).toBe('41010519870130996x')
})

const ROOT = join(import.meta.dirname, '..')
const sources = ['app', 'db', 'lib']
  .flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((f) => join(ROOT, room, f)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('testing'))
  .map((file) => readFileSync(file, 'utf8'))

it('has a word for every verb that is written down', () => {
  const verbs = new Set(
    sources.flatMap((text) => [...text.matchAll(/\bverb: '(\w+)'/g)].map(([, verb]) => verb)),
  )
  expect(verbs.size).toBeGreaterThan(10)
  const machine = readFileSync(join(ROOT, 'lib/collection/application.ts'), 'utf8')
  const [, union = ''] = /export type Verb =\n((?: {2}\| '\w+'\n)+)/.exec(machine) ?? []
  for (const [, verb] of union.matchAll(/'(\w+)'/g)) verbs.add(verb)
  expect([...verbs].filter((verb) => verbWord(verb ?? '') === verb)).toEqual([])
})

it('knows what few do', () => {
  expect(['signIn', 'claim', 'forward', 'publishNotice', 'toString'].map(isDaily)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
