import { checkIdNumber } from '#lib/collection/checks/id-number'
import { picturesIn } from '#lib/collection/present'
import { labelsOf } from '../typed-lines.ts'
import type { Desk } from './dossier.ts'

/** Something to look at: the row it stands on, and what was noticed. */
export interface Hint {
  readonly key: string | undefined
  readonly label: string
  readonly text: string
}

const RESIDENT_CARD = '111'

/** What the machine found to agree, so that nobody looks twice. Rules that stop a submission have passed. */
function passedChecks({ submission, row, shared }: Desk): string[] {
  const { facts, dossier, rows } = submission.snapshot
  const { education, employment } = dossier
  const { person, today } = facts
  const pictures = picturesIn(rows)
  const resident = person.idType === RESIDENT_CARD && checkIdNumber(person.idNumber, today).ok
  const said: (readonly [boolean, string])[] = [
    [true, '姓名、手机号已实名'],
    [resident, '证件号码校验码正确'],
    [resident, '性别、出生日期与证件号一致'],
    [employment.uscc !== undefined, '信用代码校验码正确'],
    [
      employment.accountingStartDate !== undefined && education.ftGradDate !== undefined,
      '从业时间不早于毕业时间',
    ],
    [employment.accountingYears !== undefined, '从业年限不超过上限'],
    [pictures.length > 0, '图片的像素和大小符合要求'],
    [pictures.length > 0 && !row.flags.split(',').includes('background'), '照片底色接近白色'],
    [pictures.length > 0 && shared.size === 0, '图片未在他人申请中出现'],
    [true, '全省没有重复申请'],
  ]
  return said.flatMap(([holds, text]) => (holds ? [text] : []))
}

/** What the system has verified already, and what it asks the reviewer to look at. */
export function verified(desk: Desk): { passed: string[]; hints: Hint[] } {
  const { submission, row, shared } = desk
  const { facts, warnings, rows } = submission.snapshot
  const labels = labelsOf(rows)
  const renamed: Hint[] =
    row.name === facts.person.name
      ? []
      : [
          {
            key: undefined,
            label: '姓名有变更',
            text: `提交时是“${facts.person.name}”，现在是“${row.name}”`,
          },
        ]
  const copied = picturesIn(rows).flatMap(({ key, label, picture }) =>
    shared.has(picture.digest)
      ? [{ key, label, text: '这张图片也出现在别人的申请里，请核对是不是本人的证书' }]
      : [],
  )
  const warned = warnings.map(({ key, message }) => ({
    key: labels.has(key) ? key : undefined,
    label: labels.get(key) ?? '请留意',
    text: message,
  }))
  return { passed: passedChecks(desk), hints: [...renamed, ...copied, ...warned] }
}
