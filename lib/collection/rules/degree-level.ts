import type { Rule } from '../rule.ts'
import { warn } from './say.ts'

/** Degrees (smaller code is higher) that go with an education at most: 本科 → 学士, 硕士研究生 → 硕士. */
const HIGHEST: Readonly<Record<string, number>> = { '21': 4, '17': 3, '14': 3, '11': 1 }

/** V-DEG: a degree above the education level is pointed out. */
export const degreeLevel: Rule = {
  id: 'V-DEG',
  source: 'GB/T 4658、GB/T 6864',
  ties: ['education'],
  check({ education }) {
    return (['ft', 'pt'] as const).flatMap((kind) => {
      const [level, degree] = [education[`${kind}Education`], education[`${kind}Degree`]]
      const highest = level && HIGHEST[level]
      if (!highest || !degree || degree === '0' || Number(degree) >= highest) return []
      return [
        warn('V-DEG', { part: 'education', field: `${kind}Degree` }, '学位高于所填的学历，请照证书核对'),
      ]
    })
  },
}
