import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LEFT_MS, PRESSED_MS, REST_MS, saverOf } from './saver.ts'
import type { Sent } from './send.ts'

const KEPT: Sent = { kept: { savedAt: '14:32', version: 2, shown: '', left: 1800 } }

/** A form of one value, whose saves answer when they are told to. */
function formOf(value: string) {
  const posted: string[] = []
  const told: string[] = []
  const waiting: ((sent: Sent) => void)[] = []
  const form = { value }
  const saver = saverOf({
    read: () => form.value,
    post(body) {
      posted.push(body)
      return new Promise((resolve) => waiting.push(resolve))
    },
    told: (sent) => told.push(typeof sent === 'string' ? sent : (Object.keys(sent)[0] ?? '')),
  })
  return {
    saver,
    posted,
    told,
    type(text: string) {
      form.value = text
      saver.typed()
    },
    async answer(sent: Sent = KEPT) {
      waiting.shift()?.(sent)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-07-01T01:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a form that is saved by itself', () => {
  it('is sent 20 seconds after the last key, and not before', async () => {
    const { type, posted } = formOf('')
    type('一')
    await pass(REST_MS - 1)
    type('一二')
    await pass(REST_MS - 1)
    expect(posted).toEqual([])
    await pass(1)
    expect(posted).toEqual(['一二'])
  })

  it('is sent soon after a field was left, whatever is typed in the next one', async () => {
    const { type, saver, posted } = formOf('')
    type('一')
    saver.left()
    await pass(LEFT_MS / 2)
    type('一二')
    saver.left()
    await pass(LEFT_MS / 2 - 1)
    expect(posted).toEqual([])
    await pass(1)
    expect(posted).toEqual(['一二'])
  })

  it('is not sent more often than every 20 seconds by leaving fields', async () => {
    const { type, saver, posted, answer } = formOf('')
    type('一')
    saver.left()
    await pass(LEFT_MS)
    await answer()
    type('一二')
    saver.left()
    await pass(REST_MS - 1)
    expect(posted).toEqual(['一'])
    await pass(1)
    expect(posted).toEqual(['一', '一二'])
  })

  it('is not sent unchanged: not at first, not when it has been changed back, not after it was kept', async () => {
    const { type, saver, posted, answer } = formOf('一')
    saver.save()
    type('二')
    type('一')
    await pass(REST_MS)
    expect(posted).toEqual([])
    type('二')
    saver.save()
    await answer()
    saver.save()
    await pass(10 * REST_MS)
    expect(posted).toEqual(['二'])
  })

  it('has one save under way at most; what was changed meanwhile follows', async () => {
    const { type, saver, posted, answer } = formOf('')
    type('一')
    saver.save()
    type('一二')
    saver.save()
    expect(posted).toEqual(['一'])
    await answer()
    await pass(REST_MS)
    expect(posted).toEqual(['一', '一二'])
  })

  it.each(['cut', 'answer'] as const)('is tried again after a failure: %s', async (failed) => {
    const { type, saver, posted, told, answer } = formOf('')
    type('一')
    saver.save()
    await answer({ failed })
    await pass(REST_MS)
    await answer()
    await pass(10 * REST_MS)
    expect(posted).toEqual(['一', '一'])
    expect(told).toEqual(['failed', 'kept'])
  })

  it('after a failure is sent at once when the line is there again', async () => {
    const { type, saver, posted, answer } = formOf('')
    type('一')
    saver.save()
    await answer({ failed: 'cut' })
    saver.save()
    expect(posted).toEqual(['一', '一'])
  })

  it('that failed and was changed back needs no save', async () => {
    const { type, saver, posted, told, answer } = formOf('')
    type('一')
    saver.save()
    await answer({ failed: 'cut' })
    type('')
    await pass(10 * REST_MS)
    expect(posted).toEqual(['一'])
    expect(told).toEqual(['failed', 'unchanged'])
  })

  it.each(['stale', 'ended', 'refused'] as const)(
    'is never sent again once it was stopped: %s',
    async (why) => {
      const { type, saver, posted, told, answer } = formOf('')
      type('一')
      saver.save()
      await answer({ stopped: why })
      type('一二')
      saver.left()
      saver.save()
      await pass(10 * REST_MS)
      expect(posted).toEqual(['一'])
      expect(told).toEqual(['stopped'])
    },
  )

  it('leaves the form to a pressed button, and goes on when that led nowhere', async () => {
    const { type, saver, posted } = formOf('')
    type('一')
    saver.left()
    saver.pressed()
    await pass(LEFT_MS)
    saver.save()
    await pass(PRESSED_MS - LEFT_MS - 1)
    expect(posted).toEqual([])
    await pass(PRESSED_MS)
    expect(posted).toEqual(['一'])
  })
})
