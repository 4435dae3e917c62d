import type { Hint } from '#components/review/checks'
import type { OtherFile } from '#db/queries/compare'
import { picturesIn } from '#lib/collection/present'
import { labelsOf } from '../typed-lines.ts'
import type { Desk } from './dossier.ts'

/** Files of other offices are counted, never named. */
function elsewhere(files: readonly OtherFile[], officeIds: readonly string[]) {
  const here = files.filter((file) => officeIds.includes(file.officeId))
  const away = files.length - here.length
  const where = [
    here.length > 0 ? `本单位 ${here.length} 件` : '',
    away > 0 ? `其他县（市、区）${away} 件` : '',
  ]
  return {
    where: where.filter((text) => text !== '').join('，'),
    files: here.map(({ applicationId, name }) => ({ id: applicationId, name })),
  }
}

const plain = (key: string | undefined, label: string, text: string): Hint => ({
  key,
  label,
  text,
  files: [],
})

function nameHints({ row, submission, findings }: Desk): Hint[] {
  const { name } = submission.snapshot.facts.person
  const { previousName } = findings
  return [
    ...(row.name === name
      ? []
      : [plain('personal.name', '姓名有变更', `提交时是“${name}”，现在登录时是“${row.name}”`)]),
    ...(previousName === undefined
      ? []
      : [plain('personal.name', '姓名与上次不同', `上次提交时是“${previousName}”，这次是“${name}”`)]),
  ]
}

function unitHints({ submission, findings }: Desk): Hint[] {
  const [first] = findings.unitNames
  if (!first) return []
  const { unitName = '' } = submission.snapshot.dossier.employment
  const text = `填写“${unitName}”，同一代码的其他 ${first.n} 件为“${first.name}”`
  return [plain('employment.unitName', '单位名称与信用代码不符', text)]
}

/** What a reviewer is asked to look at; never a decision. */
export function hintsOf(desk: Desk): Hint[] {
  const { submission, findings, session } = desk
  const { warnings, rows, dossier } = submission.snapshot
  const labels = labelsOf(rows)
  const found = (
    key: string | undefined,
    label: string,
    files: readonly OtherFile[],
    say: (where: string) => string,
  ): Hint => {
    const { where, files: named } = elsewhere(files, session.officeIds)
    return { key, label, text: say(where), files: named }
  }
  return [
    ...nameHints(desk),
    ...(findings.identity.length > 0
      ? [
          found(
            'personal.idNumber',
            '同一证件号码登记过两次',
            findings.identity,
            (where) => `同一号码还以另一种证件类型提交过：${where}`,
          ),
        ]
      : []),
    ...picturesIn(rows).flatMap(({ key, label, picture }) => {
      const files = findings.pictures.get(picture.digest)
      if (!files) return []
      const say = (where: string) => `同一张图片也出现在别人的申请里（${where}），请核对是不是本人的材料`
      return [found(key, label, files, say)]
    }),
    ...[...findings.numbers].map(([key, files]) =>
      found(
        key,
        labels.get(key) ?? '证书编号',
        files,
        (where) => `同一编号也出现在别人的申请里（${where}），请对照证书`,
      ),
    ),
    ...unitHints(desk),
    ...(dossier.penalties.length > 0
      ? [plain(undefined, '有失信情况', `本人填写了 ${dossier.penalties.length} 项，请对照附件`)]
      : []),
    ...warnings.map(({ key, message }) =>
      plain(labels.has(key) ? key : undefined, labels.get(key) ?? '请留意', message),
    ),
  ]
}
