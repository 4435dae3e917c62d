import { expect, it } from 'vitest'
import { factsText } from './facts.ts'

it.each([
  ['{}', ''],
  ['{"code":"RR01","version":2,"full":false}', 'code=RR01；version=2；full=false'],
  ['{"from":"410105","to":"410106","note":"c2VhbGVk"}', 'from=410105；to=410106'],
  ['{"export":"e1","sealed":"c2VhbGVk"}', 'export=e1'],
  [`{"parts":"${'x'.repeat(90)}"}`, `parts=${'x'.repeat(80)}…`],
])('%s', (json, text) => {
  expect(factsText(json)).toBe(text)
})
