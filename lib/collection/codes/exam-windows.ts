/** When one registers for an exam: examples that a new store begins with, marked 示例 (D19). */
export interface ExamWindow {
  readonly exam: 'intermediate' | 'senior'
  readonly year: number
  /** `YYYY-MM-DD`, both included. */
  readonly opens: string
  readonly closes: string
  readonly example: boolean
}

export const EXAM_WINDOWS: readonly ExamWindow[] = [
  { exam: 'senior', year: 2026, opens: '2026-01-06', closes: '2026-01-24', example: true },
  { exam: 'intermediate', year: 2026, opens: '2026-06-17', closes: '2026-07-02', example: true },
  { exam: 'senior', year: 2027, opens: '2027-01-05', closes: '2027-01-23', example: true },
  { exam: 'intermediate', year: 2027, opens: '2027-06-16', closes: '2027-07-01', example: true },
]
