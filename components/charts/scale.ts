/** A coordinate as it is printed. */
export const px = (value: number): number => Math.round(value * 10) / 10

/** A round figure at or above the value, and the step of a grid that divides it: 1,439 → 1,500 by 500. */
export function roundScale(value: number): { top: number; step: number } {
  const lines = 4
  const raw = Math.max(value, 1) / lines
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = Math.max([1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? raw, 1)
  return { step, top: Math.ceil(Math.max(value, 1) / step) * step }
}
