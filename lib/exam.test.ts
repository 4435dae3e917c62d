import { describe, expect, it } from 'vitest'
import { EXAM_WINDOWS } from './collection/codes/exam-windows.ts'
import { examReminder } from './exam.ts'
import { workingDaysBetween } from './working-days.ts'

const WINDOWS = EXAM_WINDOWS.map((window) => ({ ...window, name: `${window.year}`, examDate: undefined }))

describe('D19: the last safe day before an exam’s registration closes', () => {
  it.each([
    ['intermediate', '2026-06-01', '2026-07-02', '2026-06-25', false],
    ['intermediate', '2026-06-25', '2026-07-02', '2026-06-25', false],
    ['intermediate', '2026-06-26', '2026-07-02', '2026-06-25', true],
    ['intermediate', '2026-07-02', '2026-07-02', '2026-06-25', true],
    ['intermediate', '2026-07-03', '2027-07-01', '2027-06-24', false],
    ['senior', '2026-11-24', '2027-01-23', '2027-01-17', false],
  ] as const)('%s on %s', (exam, today, closes, lastSafe, late) => {
    const found = examReminder(WINDOWS, exam, today)
    expect(found).toMatchObject({ window: { closes }, lastSafe, late })
    expect(workingDaysBetween(lastSafe, closes)).toBeGreaterThanOrEqual(5)
  })

  it.each([undefined, 'none', 'nonsense'])('says nothing for %s', (exam) => {
    expect(examReminder(WINDOWS, exam, '2026-06-01')).toBeUndefined()
  })
})
