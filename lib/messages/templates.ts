import { dateText } from '../collection/kinds/date.ts'

/** The texts as a gateway registers them; `{name}` stands for a parameter. */
const TEXTS = {
  approved: '您的{what}已通过审核。登录后可查看和打印。',
  // The reasons are read after signing in, not in a message.
  returned: '您的{what}被退回。请登录查看原因，修改后重新提交。',
  forwarded: '您的申请已移交{office}审核，不用重新填写。咨询电话 {phone}。',
  moved: '受理您申请的财政部门已调整为{office}，不用重新填写。咨询电话 {phone}。',
  /** A draft that was never submitted and that nobody goes on with. */
  idleDraft:
    '您的会计人员信息采集草稿已有半年没有填写，将在 {day}后删除。登录后继续填写并保存，草稿就会保留。',
  /** Of the stand-in identity platform. */
  code: '【统一身份认证（模拟）】验证码 {code}，5 分钟内有效，请勿告诉他人。',
  /** Words from before there were templates, in stores of an earlier release. */
  plain: '{text}',
} as const

export type Template = keyof typeof TEXTS

/** What is said: a registered text and what stands in its places. */
export interface Content {
  readonly template: Template
  readonly params: Readonly<Record<string, string>>
}

/** A message in full, as a telephone shows it. */
export const messageText = ({ template, params }: Content): string =>
  TEXTS[template].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')

const WHAT = { first: '会计人员信息采集申请', change: '信息变更申请' } as const

/** Told about a decision, once it can no longer be undone (D15). */
export const decisionMessage = (decision: 'approve' | 'return', kind: 'first' | 'change'): Content => ({
  template: decision === 'approve' ? 'approved' : 'returned',
  params: { what: WHAT[kind] },
})

/** Told at once when another county takes an application over (D16). */
export const forwardMessage = (office: string, phone: string): Content => ({
  template: 'forwarded',
  params: { office, phone },
})

/** Told when the office that had it was closed. */
export const moveMessage = (office: string, phone: string): Content => ({
  template: 'moved',
  params: { office, phone },
})

/** Told some weeks before an idle draft is deleted. `day`: `YYYY-MM-DD`. */
export const idleDraftMessage = (day: string): Content => ({
  template: 'idleDraft',
  params: { day: dateText(day) },
})

const MINUTE = 60_000

/** How long after it was written a message is still worth sending, in milliseconds. */
export const worthSendingMs = (template: Template): number =>
  template === 'code' ? 5 * MINUTE : 24 * 60 * MINUTE
