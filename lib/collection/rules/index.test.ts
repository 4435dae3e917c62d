import { describe, expect, it } from 'vitest'
import { isPartId } from '../steps/index.ts'
import { RULES } from './index.ts'
import { issuesOf } from './testing.ts'

describe('the list of rules', () => {
  it('has unique ids, and ties parts that exist', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    expect(RULES.flatMap(({ ties }) => ties).filter((part) => !isPartId(part))).toEqual([])
  })

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s says nothing about an empty draft',
    (_, rule) => {
      expect(issuesOf(rule, {})).toEqual([])
    },
  )
})
