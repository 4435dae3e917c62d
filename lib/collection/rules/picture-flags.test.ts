import { describe, expect, it } from 'vitest'
import { PICTURE_FLAGS } from '../picture-flags.ts'
import { pictureFlags } from './picture-flags.ts'
import { entriesOf, issuesOf, pictureWith, verdicts } from './testing.ts'

const ENTRY = {
  series: 'accounting',
  level: 'junior',
  obtainMethod: 'exam',
  certNo: 'DEMO1',
  issuer: '示例',
  obtainDate: '2019-09-08',
}

describe('R10, D7: what the machine noticed on pictures', () => {
  it.each([
    ['a white background', pictureWith(), []],
    ['another background', pictureWith('background'), ['warning submit R10 personal.photo']],
    ['a flag of a later release', pictureWith('orientation'), []],
    ['no portrait', undefined, []],
  ])('%s', (_, photo, expected) => {
    expect(verdicts(pictureFlags, { personal: { photo } })).toEqual(expected)
  })

  it('says all of one picture in one warning, whatever their order', () => {
    const [issue, ...more] = issuesOf(pictureFlags, {
      personal: { photo: pictureWith('dark', 'background') },
    })
    expect(more).toEqual([])
    expect(issue?.message).toMatch(/^这张照片背景可能不是白色.*；偏暗/)
  })

  it('looks at every part and every entry', () => {
    const flagged = pictureWith('blur')
    const dossier = {
      education: { ftEducationFile: flagged, ftDegreeFile: pictureWith() },
      qualifications: entriesOf({ ...ENTRY, file: pictureWith() }, { ...ENTRY, file: flagged }),
    }
    expect(verdicts(pictureFlags, dossier)).toEqual([
      'warning submit R10 education.ftEducationFile',
      'warning submit R10 qualifications.e2.file',
    ])
  })

  it.each(PICTURE_FLAGS)('%s has its words', (flag) => {
    expect(issuesOf(pictureFlags, { personal: { photo: pictureWith(flag) } })).toHaveLength(1)
  })
})
