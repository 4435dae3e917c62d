import { checkIdNumber } from '#lib/collection/checks/id-number'
import { picturesIn } from '#lib/collection/present'
import type { Desk } from './dossier.ts'

/** Something the machine has verified, so that nobody looks twice, and by what means. */
interface Verified {
  /** Rows that it stands on, with the word of the mark there. */
  readonly keys: readonly string[]
  readonly short: string
  readonly text: string
  readonly how: string
}

const RESIDENT_CARD = '111'

type Line = readonly [holds: boolean, keys: readonly string[], short: string, text: string, how: string]

function identityLines({ submission, row, findings }: Desk): Line[] {
  const { person, today } = submission.snapshot.facts
  const resident = person.idType === RESIDENT_CARD && checkIdNumber(person.idNumber, today).ok
  return [
    [
      row.name === person.name,
      ['personal.name', 'personal.mobile'],
      '实名',
      '姓名、手机号已实名',
      '取自统一身份认证平台登录时返回的实名信息，申请人不能修改',
    ],
    [
      resident,
      ['personal.idNumber'],
      '校验码',
      '证件号码校验码正确',
      '按 GB 11643 由前 17 位算出校验码，与第 18 位相同',
    ],
    [
      resident,
      ['personal.sex', 'personal.birthDate'],
      '与证件号一致',
      '性别、出生日期与证件号一致',
      '由证件号码第 7 至 14 位和第 17 位得出，不是填写的',
    ],
    [
      findings.identity.length === 0,
      [],
      '',
      '全省没有重复申请',
      '按证件号码查全省：一人只有一份进行中的申请，也没有用别的证件类型登记过同一号码',
    ],
  ]
}

function workLines({ submission, findings }: Desk): Line[] {
  const { education, employment } = submission.snapshot.dossier
  const { uscc, accountingStartDate, accountingYears } = employment
  const ruled = (key: string) => submission.snapshot.warnings.some((warning) => warning.key === key)
  return [
    [
      uscc !== undefined,
      ['employment.uscc'],
      '校验码',
      '信用代码校验码正确',
      '按 GB 32100 由前 17 位算出校验码，与第 18 位相同',
    ],
    [
      uscc !== undefined && !ruled('employment.uscc') && findings.unitNames.length === 0,
      ['employment.unitName'],
      '无不同写法',
      '单位名称与信用代码没有出入',
      '与全省已提交申请中同一信用代码的单位名称逐一比对',
    ],
    [
      accountingStartDate !== undefined && education.ftGradDate !== undefined,
      ['employment.accountingStartDate'],
      '不早于毕业',
      '从业时间不早于毕业时间',
      '会计从事时间与全日制毕业时间按月比较（指引 3.4 第 2 条）',
    ],
    [
      accountingYears !== undefined,
      ['employment.accountingYears'],
      '不超上限',
      '从业年限不超过上限',
      '从会计从事时间到提交当天的整年数是上限（指引 3.4 第 3 条）',
    ],
    [
      findings.numbers.size === 0,
      [],
      '',
      '证书编号未在他人申请中出现',
      '与全省已提交申请中的证书编号逐一比对（比对的是加密后的索引）',
    ],
  ]
}

function pictureLines({ submission, findings }: Desk): Line[] {
  const pictures = picturesIn(submission.snapshot.rows)
  if (pictures.length === 0) return []
  const noticed = pictures.flatMap(({ picture }) => picture.flags)
  return [
    [
      true,
      [],
      '',
      '图片的像素和大小符合要求',
      '上传时逐张量过：证件照 295×413，学历类不小于 700×500、不超过 150 kB，资格类不超过 80 kB',
    ],
    [
      !noticed.includes('background'),
      ['personal.photo'],
      '白底',
      '照片底色接近白色',
      '取照片两侧和上部的像素计算亮度和颜色偏差',
    ],
    [
      noticed.every((flag) => flag === 'background'),
      [],
      '',
      '图片没有发现模糊、反光、过暗',
      '按统一尺寸计算清晰度、过曝面积和平均亮度，只作提示，请仍以肉眼为准',
    ],
    [
      findings.pictures.size === 0,
      [],
      '',
      '图片未在他人申请中出现',
      '与全省已提交申请的图片按文件指纹（SHA-256）逐张比对，只能发现完全相同的图片',
    ],
  ]
}

/** What the machine found to agree. Rules that stop a submission have passed, or it were not here. */
export function verified(desk: Desk): Verified[] {
  return [...identityLines(desk), ...workLines(desk), ...pictureLines(desk)].flatMap(
    ([holds, keys, short, text, how]) => (holds ? [{ keys, short, text, how }] : []),
  )
}
