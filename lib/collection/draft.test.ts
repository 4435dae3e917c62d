import { describe, expect, it } from 'vitest'
import { diff } from './diff.ts'
import type { Answers, PictureRef } from './field.ts'
import { nextAfter, nextTask, previousOf, tasksOf } from './journey.ts'
import { EVERYTHING, isOpen, isPartlyOpen, openedByChange, openedByReturn } from './opening.ts'
import { blocking, type DraftContent, issuesOf, rawOf, readDraft, valuesOf } from './parse.ts'
import { parseKey, picturesIn, present } from './present.ts'
import { promote } from './promote.ts'
import { shownMark, staleControls } from './stale.ts'
import { listOf, PARTS, stepOf } from './steps/index.ts'

const known = {
  today: '2026-07-01',
  person: { name: '张伟', idType: '111', idNumber: '410105198507069972', mobile: '13800000003' },
  offices: [{ value: '410105', label: '金水区财政局' }],
}
const picture = (digest: string, flags: string[] = []): PictureRef => ({
  documentId: `d-${digest}`,
  digest,
  width: 295,
  height: 413,
  bytes: 20_000,
  flags,
})
const answers: Record<'scope' | 'personal' | 'education' | 'employment', Answers> = {
  scope: { applicantCategory: 'employed', hasQualification: 'yes', collectionDivisionCode: '410105' },
  personal: { ethnicity: '01', politicalStatus: '13' },
  education: {
    ftEducation: '21',
    ftSchool: '中原示例大学',
    ftMajor: '会计学',
    ftGradDate: '2007-06',
    ftDegree: '4',
    ftProofKind: 'certificate',
    ptEducation: '00',
  },
  employment: {
    postStatus: 'accounting',
    unitName: '河南示例有限公司',
    uscc: '91410105MA0FARM09Y',
    unitNature: 'private',
    industry: 'C',
    unitAddress: '金水区示例路 1 号',
    accountingPost: ['cashier'],
    administrativePost: 'none',
    accountingStartDate: '2007-08',
    appointedTitle: 'none',
    abacusLevel: 'none',
    cpa: 'none',
    taxAdviser: 'none',
    appraiser: 'none',
  },
}
const entry: Answers = {
  series: 'accounting',
  level: 'intermediate',
  obtainMethod: 'exam',
  obtainDate: '2014-09-10',
  certNo: 'X1',
  issuer: '河南省示例机关',
}

function complete(patch: Partial<typeof answers> = {}): DraftContent {
  const all = { ...answers, ...patch }
  return {
    steps: Object.fromEntries(
      (['scope', 'personal', 'education', 'employment'] as const).map((id) => [
        id,
        rawOf(stepOf(id), all[id]),
      ]),
    ),
    entries: [{ id: 'e1', list: 'qualifications', raw: rawOf(listOf('qualifications'), entry) }],
    pictures: {
      personal: { photo: picture('p') },
      education: { ftEducationFile: picture('f'), ftDegreeFile: picture('g') },
      e1: { file: picture('q') },
    },
  }
}
const read = (draft: DraftContent) => readDraft(draft, known)
const keys = (draft: DraftContent) => blocking(read(draft).issues).map((i) => `${i.part}.${i.field ?? ''}`)

describe('reading a draft', () => {
  it('finds nothing wrong with a complete one', () => {
    expect(read(complete()).issues).toEqual([])
  })

  it('finds everything missing in an empty one, in the order of the journey', () => {
    const found = keys({ steps: {}, entries: [], pictures: {} })
    expect(found[0]).toBe('scope.applicantCategory')
    expect(found).toContain('personal.photo')
    expect(found.indexOf('personal.photo')).toBeLessThan(found.indexOf('education.ftEducation'))
    expect(found).not.toContain('education.ftSchool')
    expect(found).not.toContain('employment.unitName')
  })

  it('takes sex and birth date from the card, whatever was posted (case 16)', () => {
    const draft = complete()
    const forged = {
      ...draft,
      steps: { ...draft.steps, personal: { ...draft.steps.personal, sex: ['2'], name: ['别人'] } },
    }
    expect(read(forged).dossier.personal).toMatchObject({ sex: '1', birthDate: '1985-07-06', name: '张伟' })
  })

  it('leaves out what the branch excludes (R21, R25, case 43)', () => {
    const draft = complete({
      education: { ...answers.education, ptSchool: '别的大学', ftEducation: '70' },
      employment: { ...answers.employment, postStatus: 'none', appointedTitle: 'accountant' },
    })
    const { dossier } = read({
      ...draft,
      pictures: { ...draft.pictures, education: { ptEducationFile: picture('x') } },
    })
    expect(dossier.education).toEqual({ ftEducation: '70', ptEducation: '00' })
    expect(dossier.employment).toMatchObject({ postStatus: 'none', appointedTitle: 'none' })
    expect(dossier.employment.unitName).toBeUndefined()
  })

  it('says one thing about a field, not two', () => {
    const bad = complete({ employment: { ...answers.employment, accountingStartDate: '2007-05' } })
    const start = issuesOf(read(bad).issues, 'employment').filter((i) => i.field === 'accountingStartDate')
    expect(start.map((i) => i.code)).toEqual(['R27'])
  })
})

describe('posted values', () => {
  it('keeps known names only, and what was stored where a scalar came twice', () => {
    const posted = [
      ['ftSchool', '甲'],
      ['ftSchool', '乙'],
      ['ftMajor', '会计学'],
      ['admin', 'true'],
      ['__proto__', 'x'],
      ['ftGradDate.year', '2007'],
    ] as const
    expect(valuesOf(stepOf('education'), posted, { ftSchool: ['丙'] })).toEqual({
      ftSchool: ['丙'],
      ftMajor: ['会计学'],
      'ftGradDate.year': ['2007'],
    })
    expect(valuesOf(stepOf('education'), posted).ftSchool).toBeUndefined()
    const posts = [
      ['accountingPost', 'cashier'],
      ['accountingPost', 'audit'],
    ] as const
    expect(valuesOf(stepOf('employment'), posts).accountingPost).toEqual(['cashier', 'audit'])
  })

  it('tells which values a form had never seen (house 4.8)', () => {
    const shown = shownMark({ a: ['1'], b: ['2'], c: ['3'] }, ['a', 'b', 'c'])
    const stored = { a: ['9'], b: ['9'], c: ['3'] }
    // a: changed elsewhere and sent as something else; b: changed to what is sent; c: untouched elsewhere.
    expect(staleControls(shown, stored, { a: ['1'], b: ['9'], c: ['7'] }, ['a', 'b', 'c'])).toEqual(['a'])
  })
})

describe('the journey', () => {
  const situation = { opening: EVERYTHING, unmended: [] }
  const statuses = (draft: DraftContent, patch: Partial<typeof situation> = {}) =>
    Object.fromEntries(tasksOf(draft, read(draft), { ...situation, ...patch }).map((t) => [t.id, t.status]))

  it('computes every status from what is stored', () => {
    expect(statuses({ steps: {}, entries: [], pictures: {} })).toMatchObject({
      personal: 'todo',
      qualifications: 'done',
      talents: 'done',
      check: 'locked',
    })
    const half = complete({ education: { ftEducation: '21' } })
    expect(statuses(half)).toMatchObject({ personal: 'done', education: 'started', check: 'locked' })
    expect(statuses(complete())).toMatchObject({ education: 'done', qualifications: 'done', check: 'todo' })
  })

  it('asks for an entry where R33 does', () => {
    expect(statuses({ ...complete(), entries: [] })).toMatchObject({
      qualifications: 'todo',
      check: 'locked',
    })
  })

  it('marks comments that wait, and closes what was not opened (D10)', () => {
    const opening = openedByReturn(['personal.photo'], false)
    const marked = statuses(complete(), { opening, unmended: ['personal.photo'] } as never)
    expect(marked).toMatchObject({ personal: 'fix', education: 'locked', talents: 'locked' })
    const tasks = tasksOf(complete(), read(complete()), { opening, unmended: ['personal.photo'] })
    expect(nextTask(tasks)?.id).toBe('personal')
  })

  it('walks the parts in the order of the guide', () => {
    expect(nextAfter('scope')).toBe('personal')
    expect(nextAfter('employment')).toBe('qualifications')
    expect(nextAfter('remarks')).toBe('check')
    expect(previousOf('scope')).toBeUndefined()
    expect(previousOf('education')).toBe('personal')
  })
})

describe('what a return or a change opens', () => {
  it('a comment opens its step and what a rule ties to it', () => {
    const opening = openedByReturn(['employment.accountingStartDate'], false)
    expect(opening.parts).toEqual(
      expect.arrayContaining(['scope', 'education', 'employment', 'qualifications']),
    )
    expect(opening.parts).not.toContain('personal')
  })
  it('a comment on an entry opens that entry alone', () => {
    const opening = openedByReturn(['honours.e7.grade'], false)
    expect(isOpen(opening, 'honours')).toBe(false)
    expect(isOpen(opening, 'honours', 'e7')).toBe(true)
    expect(isOpen(opening, 'honours', 'e8')).toBe(false)
    expect(isPartlyOpen(opening, 'honours', ['e7'])).toBe(true)
    expect(isPartlyOpen(opening, 'talents', ['t1'])).toBe(false)
  })
  it('no comment, or everything asked for, opens everything', () => {
    expect(openedByReturn([], false)).toEqual(EVERYTHING)
    expect(openedByReturn(['personal.photo'], true).parts).toHaveLength(PARTS.length)
  })
  it('a change opens the chosen parts; unknown names open nothing', () => {
    expect(openedByChange(['remarks']).parts).toEqual(['remarks'])
    expect(openedByChange(['employment']).parts).toContain('scope')
    expect(openedByChange(['nonsense']).parts).toEqual([])
  })
})

describe('presenting and comparing', () => {
  const rows = (draft: DraftContent) => {
    const { dossier, facts } = read(draft)
    return present(dossier, facts)
  }
  it('keys every row by step and field, entries by their id', () => {
    const all = rows(complete()).flatMap((g) => g.rows)
    expect(all.find((r) => r.key === 'education.ftGradDate')?.text).toBe('2007 年 6 月')
    expect(all.find((r) => r.key === 'qualifications.e1.level')?.text).toBe('中级')
    expect(all.find((r) => r.key === 'personal.idNumber')?.mask).toBe('idNumber')
    expect(new Set(all.map((r) => r.key)).size).toBe(all.length)
    expect(picturesIn(rows(complete())).map((p) => p.key)).toEqual([
      'personal.photo',
      'education.ftEducationFile',
      'education.ftDegreeFile',
      'qualifications.e1.file',
    ])
  })

  it('finds what changed, pictures by their bytes, and nothing else', () => {
    const before = complete()
    expect(diff(rows(before), rows(complete()))).toEqual([])
    const after: DraftContent = {
      ...complete({
        employment: { ...answers.employment, unitName: '河南新示例有限公司', unitPhone: '0371-12345678' },
      }),
      pictures: { ...before.pictures, personal: { photo: picture('new') } },
    }
    const changes = diff(rows(before), rows({ ...after, entries: [] }))
    expect(changes.map((c) => c.key)).toEqual([
      'personal.photo',
      'employment.unitName',
      'employment.unitPhone',
      ...['series', 'level', 'obtainMethod', 'obtainDate', 'certNo', 'issuer', 'file'].map(
        (f) => `qualifications.e1.${f}`,
      ),
    ])
    expect(changes[1]).toMatchObject({
      before: { text: '河南示例有限公司' },
      after: { text: '河南新示例有限公司' },
    })
    expect(changes[2]?.before).toBeUndefined()
    expect(changes[3]?.after).toBeUndefined()
  })

  it('reads keys of two and three parts, nothing else', () => {
    expect(parseKey('a.b')).toEqual({ part: 'a', field: 'b' })
    expect(parseKey('a.i.b')).toEqual({ part: 'a', item: 'i', field: 'b' })
    expect([parseKey('a'), parseKey('a.b.c.d'), parseKey('')]).toEqual([undefined, undefined, undefined])
  })

  it('promotes what the queue shows', () => {
    const draft = complete()
    const flagged = {
      ...draft,
      pictures: { ...draft.pictures, personal: { photo: picture('p', ['background']) } },
    }
    expect(promote(read(flagged).dossier)).toEqual({
      unitName: '河南示例有限公司',
      targetExam: 'none',
      flags: ['background'],
    })
  })
})
