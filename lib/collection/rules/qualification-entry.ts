import type { Dossier, Rule } from '../rule.ts'
import { refuse } from './say.ts'

/** Whether the scope step leaves no room for an accounting qualification (D17). */
export const barsQualification = (scope: Dossier['scope']): boolean => scope.hasQualification === 'no'

/** R33, D17: a qualification held ⇒ an entry of series 会计; none held ⇒ no such entry. */
export const qualificationEntry: Rule = {
  id: 'R33',
  source: '指引 3.5.1',
  ties: ['scope', 'qualifications'],
  check({ scope, qualifications }) {
    const entries = qualifications.filter((e) => e.answers.series === 'accounting')
    if (scope.hasQualification === 'yes' && entries.length === 0) {
      return [
        refuse(
          'R33',
          { part: 'qualifications' },
          '您选了具有会计专业技术资格，请添加会计资格证书，并上传证书照片',
          {
            when: 'submit',
            see: { part: 'scope', field: 'hasQualification' },
          },
        ),
      ]
    }
    if (!barsQualification(scope)) return []
    return entries.map((entry) =>
      refuse(
        'R33',
        { part: 'qualifications', item: entry.id, field: 'series' },
        '您选了没有会计专业技术资格，却添加了会计资格。有证书的，请更改采集身份里的选择；没有的，请删除这一项',
        { when: 'submit', see: { part: 'scope', field: 'hasQualification' } },
      ),
    )
  },
}
