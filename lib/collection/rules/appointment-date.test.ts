import { describe, expect, it } from 'vitest'
import { appointmentDate } from './appointment-date.ts'
import { entriesOf, verdicts } from './testing.ts'

const REFUSED = ['error submit R29 employment.appointmentDate']
const intermediate = { series: 'accounting', level: 'intermediate', obtainDate: '2014-09-10' }
const junior = { series: 'accounting', level: 'junior', obtainDate: '2010-05-20' }
const deputySenior = { series: 'accounting', level: 'deputySenior', obtainDate: '2020-12-01' }
const audit = { series: 'audit', level: 'intermediate', obtainDate: '2009-10-18' }

describe('R29: appointed after qualified', () => {
  it.each([
    ['the day of the qualification', '2014-09-10', [intermediate], []],
    ['the day before', '2014-09-09', [intermediate], REFUSED],
    ['a lower level does not count', '2012-01-01', [junior, intermediate], REFUSED],
    ['a later, higher level contradicts nothing', '2015-01-01', [intermediate, deputySenior], []],
    ['a higher level alone counts', '2015-01-01', [deputySenior], REFUSED],
    ['another series does not count', '2014-09-09', [audit, intermediate], REFUSED],
    ['no level suffices: R31 speaks', '2009-01-01', [junior], []],
    ['no date', undefined, [intermediate], []],
  ])('%s', (_, date, held, expected) => {
    const employment = { appointedTitle: 'accountant', appointmentDate: date }
    expect(verdicts(appointmentDate, { employment, qualifications: entriesOf(...held) })).toEqual(expected)
  })
})
