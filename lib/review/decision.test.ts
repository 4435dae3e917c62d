import { describe, expect, test } from 'vitest'
import { commentsOf, decisionErrors, isBlank, templatesFor, typedDecision } from './decision.ts'

const KEYS = new Set(['employment.unitName', 'qualifications.a1.certNo'])
const names = (pairs: readonly (readonly [string, string])[]) =>
  decisionErrors(typedDecision(pairs), KEYS).map((error) => error.name)

describe('what stops a decision (D10)', () => {
  test.each([
    ['nothing chosen', [], ['decision']],
    ['a decision that is none', [['decision', 'undo']], ['decision']],
    ['approve', [['decision', 'approve']], []],
    [
      'approve with a word',
      [
        ['decision', 'approve'],
        ['reason', '核对无误'],
      ],
      [],
    ],
    [
      'approve with a code',
      [
        ['decision', 'approve'],
        ['reasonCodes', 'RR02'],
      ],
      ['decision'],
    ],
    [
      'approve with a comment',
      [
        ['decision', 'approve'],
        ['comment.employment.unitName', '简称'],
      ],
      ['decision'],
    ],
    ['return without anything', [['decision', 'return']], ['reason']],
    [
      'return with blanks',
      [
        ['decision', 'return'],
        ['reason', ' '],
        ['comment.employment.unitName', ' '],
      ],
      ['reason'],
    ],
    [
      'return with a foreign code',
      [
        ['decision', 'return'],
        ['reasonCodes', 'RR77'],
      ],
      ['reason'],
    ],
    [
      'return with a code',
      [
        ['decision', 'return'],
        ['reasonCodes', 'RR02'],
      ],
      [],
    ],
    [
      'return with a text',
      [
        ['decision', 'return'],
        ['reason', '看不清'],
      ],
      [],
    ],
    [
      'return with a comment',
      [
        ['decision', 'return'],
        ['comment.qualifications.a1.certNo', '不符'],
      ],
      [],
    ],
    [
      'return with a sentence',
      [
        ['decision', 'return'],
        ['template.employment.unitName', 'RR08'],
      ],
      [],
    ],
    [
      'RR99 alone',
      [
        ['decision', 'return'],
        ['reasonCodes', 'RR99'],
      ],
      ['reason'],
    ],
    [
      'RR99 with a comment only',
      [
        ['decision', 'return'],
        ['reasonCodes', 'RR99'],
        ['comment.employment.unitName', 'x'],
      ],
      ['reason'],
    ],
    [
      'RR99 with a text',
      [
        ['decision', 'return'],
        ['reasonCodes', 'RR99'],
        ['reason', '请补充'],
      ],
      [],
    ],
    [
      'a row that is not there',
      [
        ['decision', 'return'],
        ['comment.education.ftSchool', 'x'],
      ],
      ['decision'],
    ],
    [
      'a comment at its limit',
      [
        ['decision', 'return'],
        ['comment.employment.unitName', '字'.repeat(500)],
      ],
      [],
    ],
    [
      'a comment beyond it',
      [
        ['decision', 'return'],
        ['comment.employment.unitName', '字'.repeat(501)],
      ],
      ['comment.employment.unitName'],
    ],
    [
      'a text at its limit',
      [
        ['decision', 'return'],
        ['reason', '字'.repeat(1000)],
      ],
      [],
    ],
    [
      'a text beyond it',
      [
        ['decision', 'return'],
        ['reason', '字'.repeat(1001)],
      ],
      ['reason'],
    ],
  ] as const)('%s', (_, pairs, expected) => expect(names(pairs)).toEqual(expected))
})

test('a chosen sentence stands before what was typed', () => {
  const typed = typedDecision([
    ['template.employment.unitName', 'RR08'],
    ['comment.employment.unitName', '见执照第一行。'],
    ['template.employment.uscc', 'RR00'],
  ])
  expect(commentsOf(typed)).toEqual([
    {
      key: 'employment.unitName',
      text: '单位名称不是全称。请按营业执照或法人证书填写单位全称。见执照第一行。',
    },
  ])
})

test('rows are offered the sentences of the reasons that concern them', () => {
  expect(templatesFor('employment.unitName').map((t) => t.code)).toContain('RR08')
  expect(templatesFor('qualifications.a1.file').map((t) => t.code)).toEqual(['RR06', 'RR14'])
  expect(templatesFor('personal.ethnicity')).toEqual([])
})

test('an untouched form is blank', () => {
  expect(
    isBlank(
      typedDecision([
        ['version', '3'],
        ['reason', ''],
        ['comment.a.b', ''],
      ]),
    ),
  ).toBe(true)
  expect(isBlank(typedDecision([['decision', 'approve']]))).toBe(false)
})
