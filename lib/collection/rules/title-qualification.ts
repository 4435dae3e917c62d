import { APPOINTED_TITLE, LEVEL } from '../codes/local.ts'
import { labelOf } from '../codes/option.ts'
import type { Dossier, Rule } from '../rule.ts'
import { bestLevel, levelFor, rankOf } from './levels.ts'
import { refuse, warn } from './say.ts'

/** Certificates and series that may count as equivalent (P29): for the reviewer to judge. */
export const hasEquivalent = ({
  employment,
  qualifications,
}: Pick<Dossier, 'employment' | 'qualifications'>): boolean =>
  [employment.cpa, employment.taxAdviser, employment.appraiser].includes('held') ||
  qualifications.some((e) => e.answers.series !== undefined && e.answers.series !== 'accounting')

/**
 * R31: a title needs a matching qualification entry. V-TITLE: the title is not above the best accounting
 * level; an equivalent makes it a warning (D17). Both only stop the submission: the entry is made elsewhere.
 */
export const titleQualification: Rule = {
  id: 'R31',
  source: '指引 3.4 第 5 条',
  ties: ['employment', 'qualifications'],
  check(dossier) {
    const title = dossier.employment.appointedTitle
    if (!title || title === 'none') return []
    const place = { part: 'employment', field: 'appointedTitle' } as const
    const needed = levelFor(title)
    const best = bestLevel(dossier.qualifications, 'accounting')
    if (best && rankOf(best) >= rankOf(needed)) return []
    const name = labelOf(APPOINTED_TITLE, title)
    const level = labelOf(LEVEL, needed ?? '')
    if (hasEquivalent(dossier)) {
      return [
        warn(
          'V-TITLE',
          place,
          `聘任职务“${name}”通常要有会计${level}资格，您没有填；审核时会看其他证书能否对应`,
        ),
      ]
    }
    const see = { part: 'qualifications' } as const
    const held = best ? `您填的最高是${labelOf(LEVEL, best)}` : '您还没有添加会计资格'
    const message = `选了聘任职务“${name}”，须在“专业技术资格”里有会计${level}或以上的资格证书，${held}。资格不是职务，没有聘任的请选“无”`
    return [refuse(best ? 'V-TITLE' : 'R31', place, message, { when: 'submit', see })]
  },
}
