/** What a telephone receives about a decision; the reasons are read after signing in, not in a message. */
export const decisionMessage = (decision: 'approve' | 'return', kind: 'first' | 'change'): string => {
  const what = kind === 'change' ? '信息变更申请' : '会计人员信息采集申请'
  return decision === 'approve'
    ? `您的${what}已通过审核。登录后可查看和打印。`
    : `您的${what}被退回。请登录查看原因，修改后重新提交。`
}

/** Told when the office that had it was closed. */
export const moveMessage = (office: string, phone: string): string =>
  `受理您申请的财政部门已调整为${office}，不用重新填写。咨询电话 ${phone}。`

/** Told at once when another county takes an application over (D16). */
export const forwardMessage = (office: string, phone: string): string =>
  `您的申请已移交${office}审核，不用重新填写。咨询电话 ${phone}。`
