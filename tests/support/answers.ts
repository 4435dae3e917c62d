// What somebody may answer to each step, by the machine names of its controls: an employed accountant with an
// intermediate title at one county. How it is typed in is the matter of each suite.

type Values = Readonly<Record<string, string>>

export const month = (name: string, year: string, value: string): Values => ({
  [`${name}.year`]: year,
  [`${name}.month`]: value,
})
export const day = (name: string, year: string, m: string, d: string): Values => ({
  ...month(name, year, m),
  [`${name}.day`]: d,
})

export const SCOPE = {
  applicantCategory: 'employed',
  hasQualification: 'yes',
  collectionDivisionCode: '410105',
}
export const PERSONAL = { ethnicity: '01', politicalStatus: '13' }
export const EDUCATION = {
  ftEducation: '21',
  ftSchool: '中原示例大学',
  ftMajor: '会计学',
  ...month('ftGradDate', '2014', '7'),
  ftDegree: '4',
  ftProofKind: 'certificate',
  ptEducation: '00',
}
export const employedAt = (unitName: string) => ({
  postStatus: 'accounting',
  unitName,
  uscc: '91410105MA0FARM09Y',
  unitNature: 'private',
  industry: 'C',
  unitAddress: '金水区示例路 9 号',
  accountingPost: 'cashier',
  administrativePost: 'none',
  ...month('accountingStartDate', '2014', '8'),
  appointedTitle: 'none',
  abacusLevel: 'none',
  cpa: 'none',
  taxAdviser: 'none',
  appraiser: 'none',
})
export const qualifiedBy = (certNo: string) => ({
  series: 'accounting',
  level: 'intermediate',
  obtainMethod: 'exam',
  ...day('obtainDate', '2019', '9', '8'),
  certNo,
  issuer: '河南省示例机关',
})
