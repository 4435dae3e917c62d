import { type Pairs, tooLong, typedValue, type Wrong } from './collection/typed.ts'
import type { NoticeSection } from './notice.ts'

/** How many parts a notice has at most, and how many code points a heading and a part. */
const SECTIONS_MAX = 8
export const HEADING_MAX = 20
export const BODY_MAX = 2000

/** The controls of the form, `title1` and `body1` to `title8` and `body8`. */
export const NOTICE_CONTROLS = Array.from({ length: SECTIONS_MAX }, (_, at) => ({
  title: `title${at + 1}`,
  body: `body${at + 1}`,
}))

/** Each line is a paragraph; empty ones only part them. */
const paragraphsOf = (body: string) =>
  body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A notice as the form shows it. */
export const noticeValues = (sections: readonly NoticeSection[]): Record<string, string> =>
  Object.fromEntries(
    sections.slice(0, SECTIONS_MAX).flatMap(({ title, paragraphs }, at) => [
      [`title${at + 1}`, title],
      [`body${at + 1}`, paragraphs.join('\n')],
    ]),
  )

/**
 * Reads a posted notice; parts that were left empty are left out.
 * @param current what is in force: the same text once more is refused
 */
export function readNoticeInput(
  pairs: Pairs,
  current: readonly NoticeSection[],
): {
  readonly sections: readonly NoticeSection[]
  readonly errors: readonly Wrong[]
} {
  const one = (name: string) => typedValue(pairs, name)
  const typed = NOTICE_CONTROLS.map(({ title, body }) => ({ title: one(title), body: one(body) }))
  const errors = NOTICE_CONTROLS.flatMap((names, at) => {
    const { title = '', body = '' } = typed[at] ?? {}
    return [
      ...(title === '' && body !== '' ? [{ name: names.title, text: '这一部分有正文，请写标题' }] : []),
      ...tooLong(names.title, title, HEADING_MAX),
      ...(title !== '' && body === '' ? [{ name: names.body, text: `“${title}”还没有正文` }] : []),
      ...tooLong(names.body, body, BODY_MAX),
    ]
  })
  const sections = typed.flatMap(({ title, body }) =>
    title === '' && body === '' ? [] : [{ title, paragraphs: paragraphsOf(body) }],
  )
  if (sections.length === 0) errors.push({ name: 'title1', text: '须知不能是空的，至少写一部分' })
  else if (errors.length === 0 && JSON.stringify(sections) === JSON.stringify(current))
    errors.push({ name: 'title1', text: '和现行的须知完全一样，没有要发布的改动' })
  return { sections, errors }
}
