import { checkIdNumber } from '#lib/collection/checks/id-number'
import { picturesIn } from '#lib/collection/present'
import type { Desk } from './dossier.ts'

/** What the system has verified already, so that nobody looks twice, and what it asks to look at. */
export function verified({ submission, row }: Desk): { passed: string[]; hints: string[] } {
  const { facts, dossier, warnings, rows } = submission.snapshot
  const { education, employment } = dossier
  const passed = ['姓名、手机号来自统一身份认证']
  if (facts.person.idType === '111' && checkIdNumber(facts.person.idNumber, facts.today).ok) {
    passed.push('证件号码校验码正确', '性别、出生日期与证件号码一致')
  }
  if (employment.uscc) passed.push('信用代码校验码正确')
  if (employment.accountingStartDate && education.ftGradDate) passed.push('从业时间不早于毕业时间')
  if (employment.accountingYears !== undefined) passed.push('从业年限不超过上限')
  if (picturesIn(rows).length > 0) passed.push('图片的像素和大小符合要求')
  const renamed =
    row.name !== facts.person.name ? [`提交时的姓名是“${facts.person.name}”，现在是“${row.name}”`] : []
  return { passed, hints: [...renamed, ...warnings.map((w) => w.message)] }
}
