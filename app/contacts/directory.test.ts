import { expect, test } from 'vitest'
import type { Office } from '#db/queries/offices'
import { directory, sameHours } from './directory.ts'

const office = (
  divisionCode: string,
  level: Office['level'],
  name: string,
  hours = '9:00–17:30',
): Office => ({
  id: divisionCode,
  name,
  divisionCode,
  level,
  cityCode: level === 'province' ? divisionCode : `${divisionCode.slice(0, 4)}00`,
  phone: `0371-00${divisionCode}`,
  address: '',
  hours,
  fastLane: false,
  closedAt: null,
  successorId: null,
})
const OFFICES = [
  office('410000', 'province', '河南省财政厅'),
  office('410105', 'county', '金水区财政局'),
  office('410100', 'city', '郑州市财政局'),
  office('411302', 'county', '宛城区财政局'),
]
const found = (q: string, city = '') =>
  directory(OFFICES, { q, city }).map((group) =>
    [group.title, ...group.offices.map((o) => o.divisionCode)].join(' '),
  )

test.each([
  ['', '', ['省级 410000', '郑州市 410100 410105', '南阳市 411302']],
  ['', '410100', ['郑州市 410100 410105']],
  ['金水', '', ['郑州市 410105']],
  [' 金 水 ', '', ['郑州市 410105']],
  ['南阳', '', ['南阳市 411302']],
  ['００４１１３０２', '', ['南阳市 411302']],
  ['金水', '411300', []],
  ['不存在', '', []],
])('q=%j city=%j', (q, city, groups) => {
  expect(found(q, city)).toEqual(groups)
})

test('hours are said once only where all are the same', () => {
  const groups = directory(OFFICES, { q: '', city: '' })
  expect(sameHours(groups)).toBe('9:00–17:30')
  expect(
    sameHours(
      directory([...OFFICES, office('410122', 'county', '中牟县财政局', '8:30–17:00')], { q: '', city: '' }),
    ),
  ).toBeUndefined()
  expect(sameHours([])).toBeUndefined()
})
