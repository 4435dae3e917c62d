import { noName, type Pairs, typedValue, type Wrong } from './collection/typed.ts'

/** What the administrator may change of an office. */
export interface OfficeContent {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly hours: string
  readonly fastLane: boolean
}

const TEXTS = [
  { name: 'name', label: '名称', max: 40 },
  { name: 'address', label: '地址', max: 80 },
  { name: 'hours', label: '办公时间', max: 60 },
] as const

/** An area code, a number, perhaps an extension; short national numbers too. */
const PHONE = /^(?:0\d{2,3}-)?\d{5,8}(?:-\d{1,6})?$/

/** The order of the form. */
const ORDER = ['name', 'phone', 'address', 'hours']

/** Reads what was typed of an office. */
export function readOffice(pairs: Pairs): {
  readonly content: OfficeContent
  readonly errors: readonly Wrong[]
} {
  const one = (name: string) => typedValue(pairs, name)
  const phone = one('phone')
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[—–－]/gu, '-')
  const errors = TEXTS.flatMap(({ name, label, max }) => noName(name, label, one(name), max))
  const wrong = PHONE.test(phone) ? [] : [{ name: 'phone', text: '电话请写成 0371-12345678 这样，带区号' }]
  return {
    content: {
      name: one('name'),
      phone,
      address: one('address'),
      hours: one('hours'),
      fastLane: one('fastLane') !== '',
    },
    errors: [...errors, ...wrong].sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name)),
  }
}
