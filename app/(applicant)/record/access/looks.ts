import type { Access, AccessVerb } from '#db/queries/access'
import { formatShanghaiYear } from '#lib/clock'

/** Several looks of one office of the same kind within a minute, told as one. */
export interface Look {
  readonly verb: AccessVerb
  readonly office: string
  /** To the minute, in Shanghai. */
  readonly when: string
  readonly times: number
}

const WORDS: Readonly<Record<AccessVerb, string>> = {
  claim: '开始审核',
  takeOver: '接手审核',
  reveal: '查看了完整的证件号码和手机号',
  documentViewed: '查看了图片',
  approve: '审核通过',
  return: '退回申请',
  forward: '移交给另一个财政部门',
  undo: '撤销了刚才的审核决定',
}

/** What was looked at or done, in words. */
export const lookText = ({ verb, times }: Look): string =>
  verb === 'documentViewed' && times > 1 ? `${WORDS[verb]}（${times} 次）` : WORDS[verb]

/** A page of pictures leaves an event a picture: neighbours that read the same become one line. */
export function looksOf(seen: readonly Access[]): Look[] {
  const looks: Look[] = []
  for (const { at, verb, office } of seen) {
    const when = formatShanghaiYear(at)
    const last = looks.at(-1)
    if (last && last.verb === verb && last.office === office && last.when === when) {
      looks[looks.length - 1] = { ...last, times: last.times + 1 }
    } else looks.push({ verb, office, when, times: 1 })
  }
  return looks
}
