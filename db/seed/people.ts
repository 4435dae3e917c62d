/** The people of the demo (contract section 2). Invented numbers with right check digits. */
export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly idNumber: string
  readonly mobile: string
  readonly story: string
  readonly staff?: { readonly role: 'reviewer' | 'oversight' | 'administrator'; readonly office: string }
}

export const DEMO_PASSWORD = 'Henan@2026'
export const RESIDENT_CARD = '111'

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    key: 'lixiaoming',
    name: '李晓明',
    idNumber: '410105199203159973',
    mobile: '13800000001',
    story: '还没有填写',
  },
  {
    key: 'wangfang',
    name: '王芳',
    idNumber: '410105198809219980',
    mobile: '13800000002',
    story: '草稿，填了一半',
  },
  {
    key: 'zhangwei',
    name: '张伟',
    idNumber: '410105198507069972',
    mobile: '13800000003',
    story: '已提交，金水区待审核',
  },
  {
    key: 'liuyang',
    name: '刘洋',
    idNumber: '410105199004129990',
    mobile: '13800000004',
    story: '被退回，有两条意见',
  },
  { key: 'chenjing', name: '陈静', idNumber: '410105198701309968', mobile: '13800000005', story: '已通过' },
  {
    key: 'zhaolei',
    name: '赵磊',
    idNumber: '410105198305189992',
    mobile: '13800000006',
    story: '已通过，变更待审核',
  },
  {
    key: 'sunyue',
    name: '孙悦',
    idNumber: '411302200308099987',
    mobile: '13800000007',
    story: '在校生，没有工作经历',
  },
  {
    key: 'mayinur',
    name: '马·阿依努尔',
    idNumber: '411302199404229969',
    mobile: '13800000008',
    story: '还没有填写，住宛城区',
  },
  {
    key: 'qianjin',
    name: '钱进',
    idNumber: '410105198609089990',
    mobile: '13800000014',
    story: '还没有填写',
  },
  {
    key: 'zhoumin',
    name: '周敏',
    idNumber: '410105198002039989',
    mobile: '13800000009',
    story: '审核员，金水区',
    staff: { role: 'reviewer', office: '410105' },
  },
  {
    key: 'wugang',
    name: '吴刚',
    idNumber: '410105197806119971',
    mobile: '13800000010',
    story: '审核员，金水区',
    staff: { role: 'reviewer', office: '410105' },
  },
  {
    key: 'zhenghong',
    name: '郑红',
    idNumber: '411302198111199968',
    mobile: '13800000011',
    story: '审核员，宛城区',
    staff: { role: 'reviewer', office: '411302' },
  },
  {
    key: 'fengtao',
    name: '冯涛',
    idNumber: '410103197908259999',
    mobile: '13800000012',
    story: '监督，郑州市',
    staff: { role: 'oversight', office: '410100' },
  },
  {
    key: 'heli',
    name: '何丽',
    idNumber: '410103197604149985',
    mobile: '13800000013',
    story: '省级管理员',
    staff: { role: 'administrator', office: '410000' },
  },
]

/** What `npm start` prints. */
export const demoSummary = (): string[] => [
  `Demo people (password of all: ${DEMO_PASSWORD}):`,
  ...DEMO_PEOPLE.map((p) => `  ${p.name}  ${p.idNumber}  ${p.mobile}  ${p.story}`),
]
