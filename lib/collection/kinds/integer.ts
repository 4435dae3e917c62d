import { z } from 'zod'
import type { IntegerField } from '../field.ts'
import type { Kind } from './kind.ts'

/** A whole number with its unit. Signs and fractions are refused, not rounded (case 54). */
export const integer: Kind<IntegerField, number> = {
  controls: (name) => [name],
  read(field, typed, name) {
    const sent = (typed(name)[0] ?? '').normalize('NFKC').trim()
    if (sent === '') return {}
    const digits = sent.endsWith(field.unit) ? sent.slice(0, -field.unit.length).trim() : sent
    const whole = z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .pipe(z.number().min(field.min).max(field.max))
    const parsed = whole.safeParse(digits)
    if (parsed.success) return { value: parsed.data }
    return { message: `${field.label}须是 ${field.min} 至 ${field.max} 的整数，您填的是“${sent}”` }
  },
  write: (name, value) => ({ [name]: [String(value)] }),
  text: (field, value) => `${value} ${field.unit}`,
  missing: (field) => `请填写${field.label}`,
}
