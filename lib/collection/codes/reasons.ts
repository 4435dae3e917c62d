/** A reason for returning an application: its code, what it says, how to mend it (domain section 5). */
export interface ReturnReason {
  readonly code: string
  readonly text: string
  readonly mend: string
}

/** The reasons that ship. RR99 needs a text of its own. */
export const RETURN_REASONS: readonly ReturnReason[] = [
  { code: 'RR01', text: '照片不合格（底色、尺寸或不是证件照）', mend: '请上传近期白底标准证件照。' },
  { code: 'RR02', text: '照片模糊', mend: '请上传清晰的原图，不要用聊天里的缩略图。' },
  { code: 'RR03', text: '学历证书照片缺失或不清', mend: '请把证书放平，在光线均匀处整张拍清楚后上传。' },
  { code: 'RR04', text: '学位证书照片缺失', mend: '请上传学位证书照片；没有学位的，学位选“无”。' },
  { code: 'RR05', text: '学历层次与证书不符', mend: '请照毕业证书上的层次填写。' },
  { code: 'RR06', text: '资格证书缺失或编号不符', mend: '请照资格证书核对编号，并上传证书照片。' },
  { code: 'RR07', text: '属地选择错误', mend: '在职的选工作单位所在地，不在职的选实际居住地，在校生选学校所在地。' },
  { code: 'RR08', text: '单位名称不规范', mend: '请照营业执照或法人证书填写单位全称。' },
  { code: 'RR09', text: '信用代码错误', mend: '请照营业执照或法人证书核对 18 位统一社会信用代码。' },
  { code: 'RR10', text: '在岗状态与单位信息矛盾', mend: '请核对在岗状态和单位信息。' },
  { code: 'RR11', text: '会计从事时间或年限不符', mend: '请核对开始从事会计工作的年月和年限。' },
  { code: 'RR12', text: '误填聘任职务（有资格、无聘任）', mend: '没有单位聘任文件或聘书的，聘任职务选“无”。' },
  { code: 'RR13', text: '工作证明缺失或未盖章', mend: '请在备注里上传盖章的工作证明。' },
  { code: 'RR14', text: '姓名或证件与证书不一致', mend: '改过名的，请在备注里说明并上传证明。' },
  { code: 'RR15', text: '不属采集范围', mend: '请看采集须知中的采集范围。' },
  { code: 'RR16', text: '重复采集', mend: '一个人只采集一次，信息有变化的请用信息变更。' },
  { code: 'RR99', text: '其他', mend: '' },
]

/** What a code says; an unknown code reads as itself. */
export const reasonText = (code: string): string => RETURN_REASONS.find((r) => r.code === code)?.text ?? code
