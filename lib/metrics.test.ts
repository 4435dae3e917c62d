import { expect, it } from 'vitest'
import { areaOf, countAnswer, metrics } from './metrics.ts'

it.each([
  ['/', 'start'],
  ['/collection/personal', 'collection'],
  ['/review/abcdefghijklmnopabcdefgh', 'review'],
  ['/410105199001019961', 'other'],
  ['/collectionx', 'other'],
  ['', 'start'],
])('%s is of the area %s', (path, area) => {
  expect(areaOf(path)).toBe(area)
})

it('answers are counted by area and class, and no path is told', async () => {
  countAnswer({ method: 'GET', path: '/review/secret-id', status: 404, seconds: 0.02 })
  countAnswer({ method: 'GET', path: '/review/other-id', status: 410, seconds: 0.2 })
  const text = await metrics().registry.metrics()
  expect(text).toContain('http_answer_seconds_count{method="GET",area="review",status="4xx"} 2')
  expect(text).toContain('http_answer_seconds_bucket{le="0.025",method="GET",area="review",status="4xx"} 1')
  expect(text).not.toContain('secret-id')
})
