import { noName, type Pairs, tooLong, typedValue, type Wrong } from './collection/typed.ts'
import { daysBetween, isDay, shiftDay } from './days.ts'
import type { ExamWindow } from './exam.ts'

/** Days that one entry sets at most: the longest holiday, and room. */
const RUN_MAX = 31
const NOTE_MAX = 30
const NAME_MAX = 40

/** A day as typed, `2026-07-01`; also `2026/7/1` and `2026.7.1`. Nothing when there is no such day. */
export function readDay(typed: string): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(
    typed.normalize('NFKC').replace(/\s/gu, ''),
  )
  if (!parts) return undefined
  const [, year = '', month = '', day = ''] = parts
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : undefined
}

const noDay = (name: string, typed: string): Wrong => ({
  name,
  text: typed === '' ? '请填写日期，如 2026-10-01' : '没有这一天，应如 2026-10-01',
})

/** Reads a run of days that are set to worked or off; without a last day it is one day. */
export function readDays(pairs: Pairs): {
  readonly days: readonly string[]
  readonly worked: boolean
  readonly note: string
  readonly errors: readonly Wrong[]
} {
  const [first, last] = [typedValue(pairs, 'from'), typedValue(pairs, 'to')]
  const kind = typedValue(pairs, 'kind')
  const note = typedValue(pairs, 'note')
  const from = readDay(first)
  const to = last === '' ? from : readDay(last)
  const run = from && to ? daysBetween(from, to) + 1 : 0
  const errors = [
    ...(from ? [] : [noDay('from', first)]),
    ...(last !== '' && !to ? [noDay('to', last)] : []),
    ...(from && to && run < 1 ? [{ name: 'to', text: '最后一天不能早于第一天' }] : []),
    ...(run > RUN_MAX ? [{ name: 'to', text: `一次最多 ${RUN_MAX} 天，现在 ${run} 天` }] : []),
    ...(kind === 'off' || kind === 'worked' ? [] : [{ name: 'kind', text: '请选择放假或上班' }]),
    ...tooLong('note', note, NOTE_MAX),
  ]
  const days = errors.length > 0 || !from ? [] : Array.from({ length: run }, (_, at) => shiftDay(from, at))
  return { days, worked: kind === 'worked', note, errors }
}

/** Reads a registration window. */
export function readWindow(pairs: Pairs): {
  readonly window: ExamWindow | undefined
  readonly errors: readonly Wrong[]
} {
  const exam = typedValue(pairs, 'exam')
  const name = typedValue(pairs, 'name')
  const typed = {
    opens: typedValue(pairs, 'opens'),
    closes: typedValue(pairs, 'closes'),
    examDate: typedValue(pairs, 'examDate'),
  }
  const [opens, closes] = [readDay(typed.opens), readDay(typed.closes)]
  const examDate = typed.examDate === '' ? undefined : readDay(typed.examDate)
  const known = exam === 'intermediate' || exam === 'senior'
  const errors = [
    ...(known ? [] : [{ name: 'exam', text: '请选择考试' }]),
    ...noName('name', '名称', name, NAME_MAX),
    ...(opens ? [] : [noDay('opens', typed.opens)]),
    ...(closes ? [] : [noDay('closes', typed.closes)]),
    ...(opens && closes && closes < opens ? [{ name: 'closes', text: '报名截止不能早于报名开始' }] : []),
    ...(typed.examDate !== '' && !examDate ? [noDay('examDate', typed.examDate)] : []),
    ...(closes && examDate && examDate < closes ? [{ name: 'examDate', text: '考试不能早于报名截止' }] : []),
  ]
  if (errors.length > 0 || !known || !opens || !closes) return { window: undefined, errors }
  return {
    window: { exam, name, opens, closes, examDate, example: typedValue(pairs, 'example') !== '' },
    errors,
  }
}
