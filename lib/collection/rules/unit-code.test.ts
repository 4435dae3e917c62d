import { describe, expect, it } from 'vitest'
import { usccCheckCharacter } from '../checks/uscc.ts'
import { issuesOf, verdicts } from './testing.ts'
import { unitCode } from './unit-code.ts'

const ERROR = 'error step V-USCC employment.uscc'
const WARNING = 'warning submit V-USCC employment.uscc'
const innerWrong = `91410105MA0FARM08${usccCheckCharacter('91410105MA0FARM08')}`

describe('V-USCC in the work step', () => {
  it.each([
    ['case 46', '91410105MA0FARM09Y', 'private', []],
    ['case 48', '91410105MA0FARM090', 'private', [ERROR]],
    ['the nature not chosen yet', '91410105MA0FARM09Y', undefined, []],
    ['an enterprise said to be an institution', '91410105MA0FARM09Y', 'institution', [WARNING]],
    ['the organisation code wrong inside', innerWrong, 'private', [WARNING]],
    ['both unusual', innerWrong, 'government', [WARNING, WARNING]],
    ['nothing given', undefined, 'private', []],
  ])('%s', (_, uscc, unitNature, expected) => {
    expect(verdicts(unitCode, { employment: { uscc, unitNature } })).toEqual(expected)
  })

  it('says what is wrong', () => {
    const [issue] = issuesOf(unitCode, { employment: { uscc: '91410105MA0FARM090' } })
    expect(issue?.message).toContain('统一社会信用代码校验码不正确')
  })
})
