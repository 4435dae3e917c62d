import { expect, test } from 'vitest'
import { wrongBoxes } from './wrong-boxes.ts'

const boxes = (year: string, month: string, day?: string) => [
  { part: 'year' as const, value: year },
  { part: 'month' as const, value: month },
  ...(day === undefined ? [] : [{ part: 'day' as const, value: day }]),
]

test.each([
  [boxes('2031', '6'), undefined, []],
  [boxes('', ''), '请填写毕业时间', ['year', 'month']],
  [boxes('2011', ''), '毕业时间没有填完整', ['month']],
  [boxes('2011', '6', ' '), '授予时间没有填完整', ['day']],
  [boxes('31', '6'), '毕业时间的年份须是四位数', ['year']],
  [boxes('2011', '13'), '毕业时间的月份须在 1 至 12 之间', ['month']],
  [boxes('2011', '2', '30'), '授予时间的日须在 1 至 28 之间', ['day']],
  [boxes('2031', '6'), '毕业时间须不晚于今天，请检查年份', ['year']],
  [boxes('2011', '6'), '会计从事时间早于毕业时间', ['year', 'month']],
])('%j with %j', (given, error, wrong) => {
  expect([...wrongBoxes(given, error)]).toEqual(wrong)
})
