import { describe, expect, it } from 'vitest'
import { identity } from './identity.ts'
import { FACTS, issuesOf } from './testing.ts'

const say = (idType: string, idNumber: string) =>
  issuesOf(identity, {}, { person: { ...FACTS.person, idType, idNumber } })

describe('V-ID over the identity platform’s number (R16)', () => {
  it.each(['410105199001019999', '41030219880607997x', '412721197203159987'])(
    'cases 1, 4, 5: %s passes',
    (number) => {
      expect(say('111', number)).toEqual([])
    },
  )

  it.each([
    ['410105199001019990', '身份证号码校验位不正确'],
    ['410105199002309998', '出生日期不存在'],
    ['41010519900101999', '17 位'],
    ['410105900101999', '18 位'],
  ])('cases 8, 10, 13: %s is refused at submit', (number, words) => {
    const [issue] = say('111', number)
    expect(issue).toMatchObject({ level: 'error', when: 'submit', part: 'personal', field: 'idNumber' })
    expect(issue?.message).toContain(words)
    expect(issue?.message).toContain('河南政务服务网')
  })

  it('does not measure a passport by the resident card', () => {
    expect(say('414', 'E00000996')).toEqual([])
  })
})
