import type { Rule } from '../rule.ts'
import { warn } from './say.ts'

/** Field table 4.3: honours usually count from the prefecture level up (P13). */
export const honourGrade: Rule = {
  id: 'R36',
  source: '指引 3.5.3',
  ties: ['honours'],
  check: ({ honours }) =>
    honours
      .filter((e) => e.answers.grade === 'county')
      .map((e) =>
        warn(
          'R36',
          { part: 'honours', item: e.id, field: 'grade' },
          '县级奖励可以填写；守信记录一般只认地市级及以上',
        ),
      ),
}
