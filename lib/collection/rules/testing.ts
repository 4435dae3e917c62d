import type { Facts, PictureRef } from '../field.ts'
import type { Dossier, Issue, Rule } from '../rule.ts'

/** What rules are told in tests: the clock of the cases, and a person with a right number. */
export const FACTS: Facts = {
  today: '2026-07-01',
  person: { name: '李晓明', idType: '111', idNumber: '410105199203159973', mobile: '13800000001' },
  scope: {},
  offices: [],
}

/** What somebody has who has answered nothing. */
export const EMPTY: Dossier = {
  scope: {},
  personal: {},
  education: {},
  employment: {},
  qualifications: [],
  talents: [],
  honours: [],
  penalties: [],
  remarks: [],
}

/** A picture with what the machine noticed on it. */
export const pictureWith = (...flags: string[]): PictureRef => ({
  documentId: 'd1',
  digest: 'd1',
  width: 295,
  height: 413,
  bytes: 38_000,
  flags,
})

/** Entries of a list with ids e1, e2 …, from their answers. */
export const entriesOf = <A>(...answers: A[]) => answers.map((a, at) => ({ id: `e${at + 1}`, answers: a }))

/** Everything a rule says about these answers, the rest being empty. */
export const issuesOf = (
  rule: Rule,
  answers: Partial<Dossier>,
  facts: Partial<Facts> = {},
): readonly Issue[] => rule.check({ ...EMPTY, ...answers }, { ...FACTS, ...facts })

/** What a rule says in short: `error step R27 employment.accountingStartDate`; nothing as an empty list. */
export const verdicts = (rule: Rule, answers: Partial<Dossier>, facts: Partial<Facts> = {}): string[] =>
  issuesOf(rule, answers, facts).map((issue) => {
    const place = [issue.part, issue.item, issue.field].filter((p) => p !== undefined).join('.')
    return `${issue.level} ${issue.when} ${issue.code} ${place}`
  })
