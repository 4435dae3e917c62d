import { describe, expect, it } from 'vitest'
import { readDay, readDays, readWindow } from './calendar-input.ts'

it.each([
  ['2026-10-01', '2026-10-01'],
  [' 2026-10-1 ', '2026-10-01'],
  ['2026/10/1', '2026-10-01'],
  ['２０２６．１０．１', '2026-10-01'],
  ['2026年10月1日', '2026-10-01'],
  ['2028-02-29', '2028-02-29'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['26-10-01', undefined],
  ['明天', undefined],
  ['', undefined],
])('a day as typed: %s', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})

describe('a run of days', () => {
  const read = (typed: Record<string, string>) =>
    readDays(Object.entries({ from: '2027-02-05', to: '', kind: 'off', note: '春节', ...typed }))
  const wrong = (typed: Record<string, string>) => read(typed).errors.map((error) => error.name)

  it.each([
    ['one day', {}, []],
    ['a run over a month’s end', { to: '2027-02-11' }, []],
    ['the longest run', { to: '2027-03-07' }, []],
    ['a run too long', { to: '2027-03-08' }, ['to']],
    ['backwards', { to: '2027-02-04' }, ['to']],
    ['no first day', { from: '' }, ['from']],
    ['no such last day', { to: '2027-02-30' }, ['to']],
    ['neither worked nor off', { kind: 'half' }, ['kind']],
    ['a note too long', { note: '字'.repeat(31) }, ['note']],
  ])('%s', (_, typed, names) => {
    expect(wrong(typed)).toEqual(names)
  })

  it('names each day', () => {
    expect(read({ from: '2026-12-30', to: '2027-01-02', kind: 'worked' })).toMatchObject({
      days: ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'],
      worked: true,
    })
  })
})

describe('a registration window', () => {
  const TYPED = {
    exam: 'senior',
    name: '2027 年高级',
    opens: '2027-01-05',
    closes: '2027-01-23',
    examDate: '',
  }
  const read = (typed: Record<string, string>) => readWindow(Object.entries({ ...TYPED, ...typed }))

  it.each([
    ['what is right', {}, []],
    ['one day', { closes: '2027-01-05' }, []],
    ['an exam on the last day', { examDate: '2027-01-23' }, []],
    ['another exam', { exam: 'none' }, ['exam']],
    ['no name', { name: '' }, ['name']],
    ['no days', { opens: '', closes: '' }, ['opens', 'closes']],
    ['backwards', { closes: '2027-01-04' }, ['closes']],
    ['an exam before registration ends', { examDate: '2027-01-22' }, ['examDate']],
    ['no such exam day', { examDate: '2027-02-30' }, ['examDate']],
  ])('%s', (_, typed, names) => {
    expect(read(typed).errors.map((error) => error.name)).toEqual(names)
  })

  it('is read whole', () => {
    expect(read({ examDate: '2027/5/15', example: 'yes' }).window).toEqual({
      exam: 'senior',
      name: '2027 年高级',
      opens: '2027-01-05',
      closes: '2027-01-23',
      examDate: '2027-05-15',
      example: true,
    })
  })
})
