/** A reason for a return as it ships; the administrator may change texts later (domain.md section 5). */
export interface ReturnReason {
  readonly code: string
  readonly text: string
  /** The sentence offered to the reviewer: what is wrong and how to mend it. */
  readonly template: string
  /** Keys of the fields that the reason usually concerns; `LIST.FIELD` for every entry of a list. */
  readonly fields: readonly string[]
}

/** Free text is needed with this code (D10). */
export const OTHER_REASON = 'RR99'

const reason = (code: string, text: string, template: string, ...fields: string[]): ReturnReason => ({
  code,
  text,
  template,
  fields,
})

/** The return reasons, in the order in which the desk offers them. */
export const RETURN_REASONS: readonly ReturnReason[] = [
  reason(
    'RR01',
    '照片不合格',
    '证件照的底色、尺寸不合要求，或不是证件照。请重新上传近期白底标准证件照，宽不少于 295 像素，高不少于 413 像素。',
    'personal.photo',
  ),
  reason('RR02', '照片模糊', '证件照看不清面部。请重新上传清晰的近期白底标准证件照。', 'personal.photo'),
  reason(
    'RR03',
    '学历证书缺失或不清',
    '学历证书照片缺失或看不清。请重新拍照上传；证书丢失的，可上传学信网查询截图或毕业生登记表照片。',
    'education.ftEducationFile',
    'education.ptEducationFile',
  ),
  reason(
    'RR04',
    '学位证书缺失或不清',
    '学位证书照片缺失或看不清。请重新拍照上传；没有学位的，最高学位请选“无”。',
    'education.ftDegreeFile',
    'education.ptDegreeFile',
  ),
  reason(
    'RR05',
    '学历层次与证书不符',
    '所填学历层次与证书不一致。请按已取得的毕业证书修改学历和毕业时间。',
    'education.ftEducation',
    'education.ptEducation',
  ),
  reason(
    'RR06',
    '资格证书缺失或编号不符',
    '资格证书照片缺失，或所填编号与证书不一致。请对照证书修改编号，并上传证书照片。',
    'qualifications.certNo',
    'qualifications.file',
  ),
  reason(
    'RR07',
    '采集地选择错误',
    '采集地选择有误。在职的选工作单位所在地，不在职的选实际居住地，在校生选学校所在地，请重新选择。',
    'scope.collectionDivisionCode',
  ),
  reason(
    'RR08',
    '单位名称不规范',
    '单位名称不是全称。请按营业执照或法人证书填写单位全称。',
    'employment.unitName',
  ),
  reason(
    'RR09',
    '统一社会信用代码错误',
    '统一社会信用代码与单位不一致。请对照营业执照或法人证书重新填写 18 位代码。',
    'employment.uscc',
  ),
  reason(
    'RR10',
    '在岗状态与单位信息矛盾',
    '在岗状态与所填单位信息不一致。请核对采集身份、在岗状态和工作单位后修改。',
    'employment.postStatus',
    'scope.applicantCategory',
  ),
  reason(
    'RR11',
    '会计从事时间或年限不符',
    '会计从事时间或年限与实际不符。请按开始从事会计工作的年月修改，不得早于全日制学历（学位）获取时间。',
    'employment.accountingStartDate',
    'employment.accountingYears',
  ),
  reason(
    'RR12',
    '误填聘任职务',
    '取得资格不等于聘任职务。没有单位聘任文件或聘书的，聘任的会计专业技术职务请选“无”。',
    'employment.appointedTitle',
    'employment.appointmentFile',
  ),
  reason(
    'RR13',
    '工作证明缺失或未盖章',
    '工作证明缺失或没有盖章。请在备注中上传加盖单位公章的工作证明。',
    'employment.unitName',
  ),
  reason(
    'RR14',
    '姓名或证件与证书不一致',
    '证书上的姓名或证件号码与登记的不一致。改过名的，请在备注中说明并上传证明；传错证书的，请重新上传。',
    'qualifications.file',
    'education.ftEducationFile',
  ),
  reason(
    'RR15',
    '不属于采集范围',
    '所填情况不在采集范围内。请核对采集身份和是否具有会计专业技术资格；确有资格或从事会计工作的，请补充证明。',
    'scope.applicantCategory',
    'scope.hasQualification',
  ),
  reason(
    'RR16',
    '重复采集',
    '您的信息已经采集过，无需重复采集。需要修改的，请在原记录中办理信息变更。',
    'personal.idNumber',
  ),
  reason(OTHER_REASON, '其他', ''),
]
