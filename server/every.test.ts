import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { every } from './every.ts'

/** Work that is over when it is told to be. */
function slow() {
  let finish = () => {}
  const over = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { work: vi.fn(() => over), finish: () => finish() }
}

describe('work beside the service', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('is never done twice at once', async () => {
    const { work, finish } = slow()
    const end = every(1_000, 'Something', work)
    await vi.advanceTimersByTimeAsync(999)
    expect(work).toHaveBeenCalledTimes(0)
    await vi.advanceTimersByTimeAsync(5_001)
    expect(work).toHaveBeenCalledTimes(1)
    finish()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(work).toHaveBeenCalledTimes(2)
    await end()
  })

  it('goes on after a failure, which is told', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const work = vi.fn(async () => {
      throw new Error('no')
    })
    const end = every(1_000, 'Something', work)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(work).toHaveBeenCalledTimes(2)
    expect(told).toHaveBeenCalledWith('Something failed:', expect.any(Error))
    await end()
  })

  it('ends when the run under way is over, and not before', async () => {
    const { work, finish } = slow()
    const end = every(1_000, 'Something', work)
    await vi.advanceTimersByTimeAsync(1_000)
    let ended = false
    const over = end().then(() => {
      ended = true
    })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ended).toBe(false)
    finish()
    await over
    expect(work).toHaveBeenCalledTimes(1)
  })
})
