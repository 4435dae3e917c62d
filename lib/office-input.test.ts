import { expect, it } from 'vitest'
import { readOffice } from './office-input.ts'

const TYPED = {
  name: '金水区财政局',
  phone: '0371-00410105',
  address: '郑州市金水区',
  hours: '工作日 9:00–17:30',
}
const read = (typed: Record<string, string>) => readOffice(Object.entries({ ...TYPED, ...typed }))

it.each([
  ['what is right', {}, []],
  ['a name of one sign', { name: '局' }, ['name']],
  ['the longest name', { name: '局'.repeat(40) }, []],
  ['a name too long', { name: '局'.repeat(41) }, ['name']],
  ['no address', { address: ' ' }, ['address']],
  ['no hours', { hours: '' }, ['hours']],
  ['a number without area code', { phone: '63012345' }, []],
  ['a short number', { phone: '96500' }, []],
  ['an extension', { phone: '0371-63012345-801' }, []],
  ['a mobile', { phone: '13800000001' }, ['phone']],
  ['no number', { phone: '' }, ['phone']],
  ['words', { phone: '请打总机' }, ['phone']],
  [
    'everything wrong, in the order of the form',
    { name: '', phone: '', address: '', hours: '' },
    ['name', 'phone', 'address', 'hours'],
  ],
])('%s', (_, typed, wrong) => {
  expect(read(typed).errors.map((error) => error.name)).toEqual(wrong)
})

it('takes a number however its signs were typed', () => {
  expect(read({ phone: ' ０３７１－６３０１ ２３４５' }).content.phone).toBe('0371-63012345')
  expect(read({ phone: '0371—63012345' }).content.phone).toBe('0371-63012345')
})

it('opens the fast lane only when it is ticked', () => {
  expect([read({}).content.fastLane, read({ fastLane: 'yes' }).content.fastLane]).toEqual([false, true])
})
