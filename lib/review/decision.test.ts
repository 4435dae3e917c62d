import { describe, expect, test } from 'vitest'
import { RETURN_REASONS } from '#lib/collection/codes/reasons'
import { commentsOf, decisionErrors, isBlank, type Offered, templatesFor, typedDecision } from './decision.ts'

const OFFERED: readonly Offered[] = [
  ...RETURN_REASONS.map(({ code, text, template, fields }) => ({
    code,
    title: text,
    text: template,
    fields,
  })),
  { code: 'OW01', title: '本局常用', text: '请到窗口核对。', fields: [] },
]
const sentenceOf = (code: string) => OFFERED.find((reason) => reason.code === code)?.text ?? ''

const KEYS = new Set(['employment.unitName', 'qualifications.a1.certNo', 'qualifications.a1'])
const names = (pairs: readonly (readonly [string, string])[]) =>
  decisionErrors(typedDecision(pairs, OFFERED), KEYS, sentenceOf).map((error) => error.name)

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
      'return with a comment on an entry',
      [
        ['decision', 'return'],
        ['comment.qualifications.a1', '这一项不是会计资格'],
      ],
      [],
    ],
    [
      'an entry that is not there',
      [
        ['decision', 'return'],
        ['comment.qualifications.a2', 'x'],
      ],
      ['decision'],
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
  const typed = typedDecision(
    [
      ['template.employment.unitName', 'RR08'],
      ['comment.employment.unitName', '见执照第一行。'],
      ['template.employment.uscc', 'RR00'],
    ],
    OFFERED,
  )
  expect(commentsOf(typed, sentenceOf)).toEqual([
    {
      key: 'employment.unitName',
      text: '单位名称不是全称。请按营业执照或法人证书填写单位全称。见执照第一行。',
    },
  ])
})

test('rows are offered the sentences of the reasons that concern them, then the general ones', () => {
  const codes = (key: string) => templatesFor(key, OFFERED).map((t) => t.code)
  expect(codes('employment.unitName')).toContain('RR08')
  expect(codes('qualifications.a1.file')).toEqual(['RR06', 'RR14', 'OW01'])
  expect(codes('personal.ethnicity')).toEqual(['OW01'])
  // An entry as a whole: every field of its list.
  expect(codes('qualifications.a1')).toEqual(expect.arrayContaining(['RR06', 'RR14']))
  expect(codes('qualifications.a1')).not.toContain('RR08')
  expect(codes('remarks.a1')).toEqual(['OW01'])
})

test('ticks are read once each, and a code that is no longer offered is left out', () => {
  const typed = typedDecision(
    [
      ['tick', 'personal.photo'],
      ['tick', 'employment.uscc'],
      ['tick', 'personal.photo'],
      ['reasonCodes', 'OW02'],
      ['reasonCodes', 'OW01'],
    ],
    OFFERED,
  )
  expect(typed.ticks).toEqual(['personal.photo', 'employment.uscc'])
  expect(typed.codes).toEqual(['OW01'])
  expect(isBlank(typedDecision([['tick', 'personal.photo']], OFFERED))).toBe(false)
})

test('an untouched form is blank', () => {
  expect(
    isBlank(
      typedDecision(
        [
          ['version', '3'],
          ['reason', ''],
          ['comment.a.b', ''],
        ],
        OFFERED,
      ),
    ),
  ).toBe(true)
  expect(isBlank(typedDecision([['decision', 'approve']], OFFERED))).toBe(false)
})
