import { expect, test } from 'vitest'
import { displayChange, displayOf, pageOf } from './display.ts'

test.each([
  [{}, {}],
  [{ ui: 'elder' }, { ui: 'elder' }],
  [
    { ui: 'elder-max', contrast: 'more' },
    { ui: 'elder-max', contrast: 'more' },
  ],
  [{ keys: 'on' }, { keys: 'on' }],
  [{ keys: 'off' }, {}],
  [{ ui: '"><script>', contrast: 'less' }, {}],
])('cookies %j read as %j', (cookies: Record<string, string>, display) => {
  expect(displayOf((name) => cookies[name])).toEqual(display)
})

test.each([
  [{ ui: 'elder' }, { ui: 'elder' }],
  [{ ui: 'standard' }, { ui: '' }],
  [{ contrast: 'more' }, { contrast: 'more' }],
  [{ contrast: 'standard' }, { contrast: '' }],
  [{ keys: 'on' }, { keys: 'on' }],
  [{ keys: 'off' }, { keys: '' }],
  [{ ui: 'other', contrast: '', keys: 'x' }, {}],
])('a form with %j changes %j', (form: Record<string, string>, change) => {
  expect(displayChange((name) => form[name] ?? '')).toEqual(change)
})

test.each([
  [null, '/'],
  ['nonsense', '/'],
  ['https://else.example/collection', '/'],
  ['http://localhost:3000//else.example', '/'],
  ['http://localhost:3000/collection/education?check=1', '/collection/education?check=1'],
  ['http://localhost:3000/', '/'],
])('from %s back to %s', (referrer, path) => {
  expect(pageOf(referrer, 'http://localhost:3000')).toBe(path)
})
