import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTICE, type NoticeSection } from './notice.ts'
import { diffNotice } from './notice-diff.ts'
import { BODY_MAX, HEADING_MAX, noticeValues, readNoticeInput } from './notice-input.ts'

const read = (values: Record<string, string>, current: readonly NoticeSection[] = NOTICE) =>
  readNoticeInput(Object.entries(values), current)
const wrong = (values: Record<string, string>) => read(values).errors.map((error) => error.name)

describe('a notice as typed', () => {
  it('comes back as it went into the form', () => {
    expect(read(noticeValues(NOTICE), []).sections).toEqual(NOTICE)
  })

  it.each([
    ['one part', { title1: '甲', body1: '乙' }, []],
    ['a part in the last place', { title8: '甲', body8: '乙' }, []],
    ['nothing', {}, ['title1']],
    ['blanks', { title1: ' ', body1: '\r\n ' }, ['title1']],
    ['a heading without text', { title2: '甲' }, ['body2']],
    ['a text without heading', { body3: '乙' }, ['title3']],
    ['the longest heading', { title1: '题'.repeat(HEADING_MAX), body1: '乙' }, []],
    ['a heading too long', { title1: '题'.repeat(HEADING_MAX + 1), body1: '乙' }, ['title1']],
    ['the longest text', { title1: '甲', body1: '𠮷'.repeat(BODY_MAX) }, []],
    ['a text too long', { title1: '甲', body1: '字'.repeat(BODY_MAX + 1) }, ['body1']],
    ['what is in force already', noticeValues(NOTICE), ['title1']],
    ['a ninth part', { title9: '甲', body9: '乙' }, ['title1']],
  ])('%s', (_, values, names) => {
    expect(wrong(values)).toEqual(names)
  })

  it('makes a paragraph of each line and leaves out empty parts', () => {
    const { sections } = read({ title2: '甲', body2: ' 一 \r\n\r\n二\n', title5: '乙', body5: '三' })
    expect(sections).toEqual([
      { title: '甲', paragraphs: ['一', '二'] },
      { title: '乙', paragraphs: ['三'] },
    ])
  })
})

const word = fc.constantFrom('甲', '乙', '丙')
const notice = fc.array(fc.record({ title: word, paragraphs: fc.array(word, { maxLength: 3 }) }), {
  maxLength: 4,
})
const flat = (sections: readonly NoticeSection[]) =>
  sections.flatMap((s) => [`# ${s.title}`, ...s.paragraphs])
const side = (lines: ReturnType<typeof diffNotice>, hidden: string) =>
  lines.filter((line) => line.change !== hidden).map((line) => `${line.heading ? '# ' : ''}${line.text}`)

describe('two versions laid over each other', () => {
  it('show both, each whole and in its order', () => {
    fc.assert(
      fc.property(notice, notice, (before, after) => {
        const lines = diffNotice(before, after)
        expect(side(lines, 'added')).toEqual(flat(before))
        expect(side(lines, 'removed')).toEqual(flat(after))
      }),
    )
  })

  it('mark what changed and nothing else', () => {
    const before = [{ title: '甲', paragraphs: ['一', '二'] }]
    const after = [{ title: '甲', paragraphs: ['一', '二改', '三'] }]
    expect(diffNotice(before, after).map((line) => `${line.change} ${line.text}`)).toEqual([
      'same 甲',
      'same 一',
      'removed 二',
      'added 二改',
      'added 三',
    ])
    expect(diffNotice(NOTICE, NOTICE).every((line) => line.change === 'same')).toBe(true)
  })
})
