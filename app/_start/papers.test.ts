import { describe, expect, it } from 'vitest'
import { papersFor } from './papers.ts'
import { principleFor, type SelfCheckAnswers } from './self-check.ts'

const papers = (text: string): string => {
  const [employed, accounting, qualified, student] = text.split(' ')
  const given = { employed, accounting, qualified, student } as SelfCheckAnswers
  return papersFor(principleFor(given) ?? 'J5', given).join('\n')
}

describe('what to have ready', () => {
  it.each([
    [
      'yes yes yes no',
      ['统一社会信用代码', '白底证件照', '学历证书', '从事会计工作', '聘任文件', '资格证书'],
      ['居住地'],
    ],
    ['yes yes no no', ['统一社会信用代码', '聘任文件'], ['资格证书']],
    ['yes no yes no', ['统一社会信用代码', '资格证书'], ['从事会计工作']],
    ['no no yes no', ['居住地', '白底证件照', '资格证书'], ['信用代码', '聘任文件', '从事会计工作']],
    ['no no yes worked', ['学校全称', '资格证书'], ['信用代码', '居住地', '从事会计工作']],
  ])('%s', (given, there, absent) => {
    for (const word of there) expect(papers(given)).toContain(word)
    for (const word of absent) expect(papers(given)).not.toContain(word)
  })

  it.each(['no no yes none', 'no no no no'])('%s: nothing, as nobody collects', (given) => {
    expect(papers(given)).toBe('')
  })
})
