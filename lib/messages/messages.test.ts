import { describe, expect, it, test } from 'vitest'
import { demoProvider, noProvider } from './provider.ts'
import { triedAgainAt } from './retry.ts'
import {
  decisionMessage,
  forwardMessage,
  idleDraftMessage,
  messageText,
  moveMessage,
  worthSendingMs,
} from './templates.ts'

describe('texts', () => {
  it.each([
    [decisionMessage('approve', 'first'), '您的会计人员信息采集申请已通过审核。登录后可查看和打印。'],
    [decisionMessage('return', 'change'), '您的信息变更申请被退回。请登录查看原因，修改后重新提交。'],
    [
      forwardMessage('宛城区财政局', '0377-00411302'),
      '您的申请已移交宛城区财政局审核，不用重新填写。咨询电话 0377-00411302。',
    ],
    [
      moveMessage('宛城区财政局', '0377-00411302'),
      '受理您申请的财政部门已调整为宛城区财政局，不用重新填写。咨询电话 0377-00411302。',
    ],
    [
      idleDraftMessage('2027-01-31'),
      '您的会计人员信息采集草稿已有半年没有填写，将在 2027 年 1 月 31 日后删除。登录后继续填写并保存，草稿就会保留。',
    ],
    [
      { template: 'code', params: { code: '123456' } },
      '【统一身份认证（模拟）】验证码 123456，5 分钟内有效，请勿告诉他人。',
    ],
    [{ template: 'plain', params: { text: '原文 {what}' } }, '原文 {what}'],
  ] as const)('%j', (content, text) => expect(messageText(content)).toBe(text))

  it('a code is worth as long as it is valid, everything else a day', () => {
    expect(worthSendingMs('code')).toBe(300_000)
    expect(worthSendingMs('approved')).toBe(86_400_000)
  })
})

describe('when it is tried again', () => {
  const written = new Date('2026-07-01T01:00:00Z')
  const later = (seconds: number) => new Date(written.getTime() + seconds * 1000)

  it.each([
    [0, 60],
    [30, 90],
    [59, 119],
    [60, 120],
    [61, 122],
    [600, 1200],
    [3600, 7200],
    [3601, 7201],
    [21_600, 25_200],
  ])('%i s after it was written: at %i s', (now, again) => {
    expect(triedAgainAt(written, later(now))).toEqual(later(again))
  })

  it('asks some thirty times in a day', () => {
    let times = 0
    for (let at = written; at <= later(86_400); at = triedAgainAt(written, at)) times++
    expect(times).toBe(30)
  })
})

test('the demo takes everything, nobody refuses for good', async () => {
  const sms = { id: '1', to: '13800000001', template: 'approved', params: {} } as const
  expect(await demoProvider.send(sms)).toEqual({ accepted: true })
  expect(await noProvider.send(sms)).toEqual({ accepted: false, reason: 'noProvider', again: false })
})
