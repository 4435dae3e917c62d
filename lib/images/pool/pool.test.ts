import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LIMITS } from '#lib/collection/limits'
import { SETTINGS } from './current.ts'
import { Pool } from './pool.ts'

const PROGRAM = join(import.meta.dirname, 'testing-child.ts')
const settings = { ...SETTINGS, program: PROGRAM, jobMs: 8000 }
const pools: Pool[] = []
const open = (more: Partial<typeof SETTINGS> = {}) => {
  const pool = new Pool({ ...settings, ...more })
  pools.push(pool)
  return pool
}
const ask = (pool: Pool, words: string) => pool.run('preview', { work: Buffer.from(words) })
const text = async (pool: Pool, words: string) => String(await ask(pool, words))

const isThere = (pid: number) => existsSync(`/proc/${pid}`)
async function gone(pid: number): Promise<boolean> {
  for (let n = 0; n < 100 && isThere(pid); n++) await wait(20)
  return !isThere(pid)
}

const told = vi.spyOn(console, 'error')
beforeEach(() => void told.mockReset().mockImplementation(() => {}))
afterEach(() => {
  for (const pool of pools.splice(0)) pool.stop()
})
afterAll(() => told.mockRestore())

describe('a job', () => {
  it('gives back its bytes, whatever they are', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, n) => n % 256))
    const back = await open().run('preview', { work: bytes })
    expect(Buffer.isBuffer(back) && back.equals(bytes)).toBe(true)
  })

  it('throws here what it threw there', async () => {
    const pool = open()
    await expect(ask(pool, 'throw')).rejects.toThrow('no such picture')
    expect(await text(pool, 'next')).toBe('next')
    expect(told).not.toHaveBeenCalled()
  })

  it('is refused where the real program finds the picture broken', async () => {
    const bytes = readFileSync('db/seed/pictures/wangfang-portrait.jpg')
    const pool = open({ program: SETTINGS.program })
    const whole = await pool.run('make', { bytes, limit: LIMITS.portrait })
    expect(whole).toMatchObject({ picture: { width: 295, height: 413, verdict: 'accepted' } })
    const cut = bytes.subarray(0, bytes.length / 2)
    expect(await pool.run('make', { bytes: cut, limit: LIMITS.portrait })).toMatchObject({ code: 'broken' })
  })
})

describe('a process that misbehaves answers, and the next job works', () => {
  it.each(['abort', 'exit', 'eat objects'])('%s', async (deed) => {
    const pool = open({ workers: 1 })
    expect(await ask(pool, deed)).toEqual({ code: 'unworkable' })
    expect(await text(pool, 'next')).toBe('next')
    expect(told).toHaveBeenCalledWith(expect.stringMatching(/^A picture process ended by /))
  })

  it.each(['hang', 'sleep'])('%s: ended after its time', async (deed) => {
    const pool = open({ workers: 1, jobMs: 700 })
    await text(pool, 'warm')
    const pid = Number(await text(pool, 'pid'))
    const from = performance.now()
    expect(await ask(pool, deed)).toEqual({ code: 'unworkable' })
    expect(performance.now() - from).toBeGreaterThan(650)
    expect(await gone(pid)).toBe(true)
    expect(told).toHaveBeenCalledWith('A picture took longer than 700 ms: its process was ended.')
    expect(await text(pool, 'next')).toBe('next')
  })

  it.runIf(process.platform === 'linux')('takes no more memory than it is given', async () => {
    const pool = open({ workers: 1 })
    await expect(ask(pool, 'eat bytes')).rejects.toThrow(/allocat/i)
    const kilobytes = Number(await text(pool, 'rss'))
    expect(kilobytes).toBeGreaterThan(200_000)
    expect(kilobytes).toBeLessThan(SETTINGS.memoryKb)
  })

  it('kills nothing but itself', async () => {
    const pool = open()
    const [slow, dead] = await Promise.all([text(pool, 'wait:400'), ask(pool, 'abort')])
    expect(slow).toBe('wait:400')
    expect(dead).toEqual({ code: 'unworkable' })
  })
})

describe('the line', () => {
  it('is first come, first served, by as many processes as there may be', async () => {
    const pool = open()
    const order: number[] = []
    const jobs = Array.from({ length: 12 }, (_, n) => text(pool, 'wait:20').then(() => order.push(n)))
    await wait(0)
    expect(pool.pids).toHaveLength(2)
    await Promise.all(jobs)
    // When one is done, all before it have begun, and with two processes at most one of those is still under way.
    for (const [at, n] of order.entries()) expect(n - at).toBeLessThanOrEqual(1)
    expect(pool.pids).toHaveLength(2)
  })

  it('has an end', async () => {
    const pool = open({ waiting: 3 })
    const all = await Promise.all(Array.from({ length: 9 }, () => ask(pool, 'wait:50')))
    expect(all.filter((result) => 'code' in result && result.code === 'busy')).toHaveLength(4)
    expect(await text(pool, 'later')).toBe('later')
  })

  it('one after the other needs one process', async () => {
    const pool = open()
    for (const words of ['a', 'b', 'c']) expect(await text(pool, words)).toBe(words)
    expect(pool.pids).toHaveLength(1)
  })

  it('gets a fresh process after so many jobs', async () => {
    const pool = open({ workers: 1, jobs: 3 })
    const pids: number[] = []
    for (let n = 0; n < 7; n++) pids.push(Number(await text(pool, 'pid')))
    expect(new Set(pids).size).toBe(3)
    expect(await gone(pids[0] ?? 0)).toBe(true)
    expect(told).not.toHaveBeenCalled()
  })
})

describe('around the processes', () => {
  it('they know nothing of the settings of this one', async () => {
    vi.stubEnv('KEYRING', '/secret/keyring.json')
    const known = Object.keys(JSON.parse(await text(open(), 'environment')) as object)
    expect(known).toContain('UV_THREADPOOL_SIZE')
    expect(known).not.toContain('KEYRING')
  })

  it('they stand signals that a terminal sends to all', async () => {
    const pool = open({ workers: 1 })
    const pid = Number(await text(pool, 'pid'))
    const job = text(pool, 'wait:300')
    process.kill(pid, 'SIGINT')
    process.kill(pid, 'SIGTERM')
    expect(await job).toBe('wait:300')
  })

  it('an idle one neither keeps its starter alive nor outlives it', async () => {
    const script = `import { Pool } from ${JSON.stringify(join(import.meta.dirname, 'pool.ts'))}
      const pool = new Pool(${JSON.stringify(settings)})
      process.stdout.write(String(await pool.run('preview', { work: Buffer.from('pid') })))`
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    starter.stdout.on('data', (piece) => {
      said += piece
    })
    const [code] = (await once(starter, 'close')) as [number]
    expect(code).toBe(0)
    expect(Number(said)).toBeGreaterThan(1)
    expect(await gone(Number(said))).toBe(true)
  })

  it.each(['SIGKILL', 'SIGTERM'] as const)('a starter ended by %s takes them along', async (signal) => {
    const script = `import { Pool } from ${JSON.stringify(join(import.meta.dirname, 'pool.ts'))}
      const pool = new Pool(${JSON.stringify(settings)})
      process.stdout.write(String(await pool.run('preview', { work: Buffer.from('pid') })))
      await pool.run('preview', { work: Buffer.from('sleep') })`
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = (await once(starter.stdout, 'data')) as [Buffer]
    starter.kill(signal)
    await once(starter, 'close')
    expect(await gone(Number(said))).toBe(true)
  })
})
