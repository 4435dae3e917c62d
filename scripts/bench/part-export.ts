import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { DEMO_PASSWORD } from '#db/seed/people'
import { packPlace, readFilter } from '#lib/review/filter'
import { numberOf } from '#support/stand-in'
import { Visitor } from '#support/visitor'
import { BenchError, type Options } from './options.ts'
import type { Row } from './report.ts'
import { compete } from './rounds.ts'
import { type Service, serve } from './service.ts'

const FILE = '/review/export/file'
const EVERYTHING = packPlace({ filter: readFilter({ status: 'all' }) })
const MB = 1024

/** What is exported, by what its form says. */
const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'people, masked': { table: 'people' },
  'every field, masked': { table: 'everything' },
  'education, masked': { table: 'education' },
  'work, masked': { table: 'work' },
  'people, whole numbers': { table: 'people', numbers: 'full', purpose: '量一量导出的速度' },
}

/** Kilobytes that a process holds, and the most it has held since `forgetPeak`. */
function heldBy(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1])
  return { now: of('VmRSS'), most: of('VmHWM') }
}
const forgetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** A reviewer who exports; the pacing is for people. @returns bytes of the file */
async function atDesk(service: Service, file: string) {
  const visitor = new Visitor(service.origin)
  await visitor.signIn(numberOf('zhoumin'), DEMO_PASSWORD)
  const unpace = new Database(file)
  return {
    async fetch(asked: Readonly<Record<string, string>>, format: string): Promise<Buffer> {
      unpace.exec("delete from attempts where key like 'export:%'")
      const answer = await fetch(service.origin + FILE, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: visitor.cookie, origin: service.origin },
        body: new URLSearchParams({ numbers: 'masked', purpose: '', f: EVERYTHING, ...asked, format }),
      })
      if (answer.status !== 200) throw new BenchError(`The export answered ${answer.status}.`)
      return Buffer.from(await answer.arrayBuffer())
    },
    close: () => unpace.close(),
  }
}

/** P14: rows a second of a county's workbook, CSV beside it; and what the process holds more meanwhile. */
export async function exported({ stores, rounds }: Options): Promise<Row[]> {
  const { small } = stores()
  const service = await serve(small)
  const desk = await atDesk(service, small.file)
  try {
    const rows: Row[] = []
    for (const [what, asked] of Object.entries(FILES)) {
      const count = (await desk.fetch(asked, 'csv')).toString().trimEnd().split('\r\n').length - 1
      const rate = (format: string) => async () => {
        const began = performance.now()
        await desk.fetch(asked, format)
        return (1000 * count) / (performance.now() - began)
      }
      const measured = await compete(rate('csv'), rate('xlsx'), { rounds, unit: 'rows/s' })
      const goal = { least: 5000 }
      rows.push({ metric: 'P14', what: `${what}: CSV, XLSX`, measured, value: measured.second, goal })
    }
    const memory = (format: string) => async () => {
      const { now } = heldBy(service.pid)
      forgetPeak(service.pid)
      await desk.fetch({ table: 'everything' }, format)
      return Math.max(1, heldBy(service.pid).most - now) / MB
    }
    const measured = await compete(memory('csv'), memory('xlsx'), { rounds, unit: 'MB more' })
    rows.push({ metric: 'P14', what: 'held meanwhile', measured, value: measured.second, goal: { most: 80 } })
    return rows
  } finally {
    desk.close()
    await service.end()
  }
}
