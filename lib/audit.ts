import { readDay } from './calendar-input.ts'
import { type Pairs, typedValue, type Wrong } from './collection/typed.ts'

/** What each verb of the record is called, in the groups of the search form. */
export const VERB_GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  申请人: {
    signIn: '登录',
    consent: '同意须知',
    start: '开始填写',
    startChange: '开始变更',
    putPicture: '上传图片',
    removePicture: '删除图片',
    submit: '提交',
    withdraw: '撤回',
    discard: '删除草稿',
    download: '下载本人信息',
    readMessages: '消息标为已读',
  },
  审核: {
    claim: '认领',
    takeOver: '接手',
    release: '退还队列',
    reveal: '看到完整号码',
    documentViewed: '查看图片',
    approve: '通过',
    return: '退回',
    undo: '撤销决定',
    forward: '移交',
    refused: '操作被拒绝',
    export: '开始导出',
    exported: '导出完成',
  },
  管理: {
    inviteStaff: '邀请工作人员',
    disableStaff: '停用工作人员',
    openOffice: '设立单位',
    editOffice: '修改单位',
    closeOffice: '关闭单位',
    addReason: '新增退回原因',
    changeReason: '修改退回原因',
    retireReason: '停用退回原因',
    restoreReason: '恢复退回原因',
    publishNotice: '发布须知',
    setDays: '补充日历',
    clearDay: '删除日历补充',
    addWindow: '新增报名时间',
    changeWindow: '修改报名时间',
    removeWindow: '删除报名时间',
    auditSearch: '查询审计',
  },
  系统: {
    moveOffice: '随单位移交',
    documentDamaged: '图片损坏',
    warnDraft: '提醒草稿将删除',
    swept: '清理到期数据',
    messageSent: '短信已发出',
    messageRefused: '短信没有发出',
  },
}

const WORDS = new Map(Object.values(VERB_GROUPS).flatMap((verbs) => Object.entries(verbs)))

/** The verb in words; one that is not known yet as it is. */
export const verbWord = (verb: string): string => WORDS.get(verb) ?? verb

const DAILY = new Set([
  'signIn',
  'consent',
  'start',
  'putPicture',
  'removePicture',
  'submit',
  'claim',
  'release',
  'reveal',
  'documentViewed',
  'approve',
  'return',
  'moveOffice',
  'messageSent',
  'messageRefused',
  'readMessages',
])

/** Done for nearly everybody: of the others there are few, so that a search for one begins with it. */
export const isDaily = (verb: string): boolean => DAILY.has(verb)

/** A search of the record as it was typed. */
export interface TypedSearch {
  readonly idNumber: string
  readonly actorId: string
  readonly officeId: string
  readonly verb: string
  /** Days in Shanghai, both included. */
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Reads a posted search; at least one thing must be asked for. */
export function readSearch(pairs: Pairs): {
  readonly search: TypedSearch
  readonly errors: readonly Wrong[]
} {
  const one = (name: string) => typedValue(pairs, name)
  const verb = one('verb')
  const [first, last] = [one('from'), one('to')]
  const search = {
    idNumber: one('idNumber').normalize('NFKC').replace(/\s/gu, ''),
    actorId: one('actorId'),
    officeId: one('officeId'),
    verb: WORDS.has(verb) ? verb : '',
    from: readDay(first),
    to: readDay(last),
  }
  const errors = [
    ...(first !== '' && !search.from ? [{ name: 'from', text: '没有这一天，请写成 2026-07-01 这样' }] : []),
    ...(last !== '' && !search.to ? [{ name: 'to', text: '没有这一天，请写成 2026-07-01 这样' }] : []),
    ...(search.from && search.to && search.to < search.from
      ? [{ name: 'to', text: '结束日期不能早于开始日期' }]
      : []),
  ]
  const blank = Object.values(search).every((value) => value === '' || value === undefined)
  if (blank && errors.length === 0) errors.push({ name: 'idNumber', text: '请至少填写一个查询条件' })
  return { search, errors }
}
