import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { DEMO_PASSWORD } from '#db/seed/people'
import { LIMITS } from '#lib/collection/limits'
import { diskStore } from '#lib/documents/disk'
import { putSealed } from '#lib/documents/sealed'
import { isRefusal } from '#lib/images/judge'
import { pool } from '#lib/images/pool/current'
import { createKeyring, loadKeyring } from '#lib/protect/keyring'
import { makePicture } from '#lib/uploads/make-picture'
import { readUpload } from '#lib/uploads/read-upload'
import { numberOf } from '#support/stand-in'
import { Visitor } from '#support/visitor'
import { BenchError, type Options } from './options.ts'
import { phonePhoto } from './photo.ts'
import { rawPictures } from './raw-pictures.ts'
import type { Row } from './report.ts'
import { compete } from './rounds.ts'
import { serve } from './service.ts'

type Asked = Pick<Options, 'root' | 'rounds'>

/** The whole way of an upload up to its row: body, pictures in the pool, seals, disk. */
function pipeline(folder: string): (photo: Buffer) => Promise<Buffer> {
  createKeyring(join(folder, 'keyring.json'))
  const ring = loadKeyring(join(folder, 'keyring.json'))
  const blobs = diskStore(join(folder, 'blobs'))
  return async (photo) => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(photo)], 'a.jpg', { type: 'image/jpeg' }))
    const arrived = await readUpload(new Request('http://localhost/', { method: 'POST', body: form }))
    if ('refusal' in arrived)
      throw new BenchError(`The bench's photo did not arrive: ${arrived.refusal.code}.`)
    const made = await makePicture(arrived.file, LIMITS.education)
    if (isRefusal(made)) throw new BenchError(`The bench's photo was refused: ${made.code}.`)
    await putSealed(blobs, ring, made.picture.jpeg)
    await putSealed(blobs, ring, made.work)
    return made.picture.jpeg
  }
}

/** Photos a call. */
const PHOTOS = 4

/** @returns milliseconds of the clock a photo, two at a time */
async function inPairs(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const line = Array.from({ length: PHOTOS }).entries()
  const one = async () => {
    for (const _ of line) await work()
  }
  await Promise.all([one(), one()])
  return (performance.now() - began) / PHOTOS
}

/** Processor time of a process, of threads that are gone too, as the library's are: in ticks of 10 ms. */
function cpuMs(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = rest.split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}
const usedMs = () => [process.pid, ...pool().pids].reduce((sum, pid) => sum + cpuMs(pid), 0)

/** @returns milliseconds of processor time a photo, of this process and the picture processes */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = usedMs()
  for (let n = 0; n < PHOTOS; n++) await work()
  return (usedMs() - before) / PHOTOS
}

/** P11: the pipeline against the library alone. At least 0.9 times as fast is at most 1.11 times the time. */
async function making(photo: Buffer, folder: string, { rounds }: Asked): Promise<Row[]> {
  const ours = pipeline(folder)
  if (!(await ours(photo)).equals((await rawPictures(photo)).jpeg))
    throw new BenchError('The pipeline makes another picture than raw-pictures.ts: name its steps there.')
  const [raw, whole] = [() => rawPictures(photo), () => ours(photo)]
  const goal = { most: 1.11 }
  const processor = await compete(
    () => processorTime(raw),
    () => processorTime(whole),
    { rounds, unit: 'ms CPU' },
  )
  const clock = await compete(
    () => inPairs(raw),
    () => inPairs(whole),
    { rounds, unit: 'ms' },
  )
  return [
    { metric: 'P11', what: 'a photo: raw sharp, pipeline', measured: processor, goal },
    { metric: 'P11', what: 'the same, two at a time', measured: clock, goal },
  ]
}

const READS_A_SECOND = 25
const UPLOADS_A_SECOND = 2
const SECONDS = 8

/** Starts `work` so many times a second, whether the ones before are done or not. @returns ms of each */
async function paced(perSecond: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: Promise<number>[] = []
  const began = performance.now()
  for (let n = 0; n < perSecond * SECONDS; n++) {
    await wait(Math.max(0, began + (n * 1000) / perSecond - performance.now()))
    const from = performance.now()
    all.push(work().then(() => performance.now() - from))
  }
  return Promise.all(all)
}
const p99 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0

async function signedIn(origin: string, key: string): Promise<Visitor> {
  const visitor = new Visitor(origin)
  await visitor.signIn(numberOf(key), DEMO_PASSWORD)
  return visitor
}

const SLOT = '/collection/files/ftEducationFile'
const READ = '/review'

/** P11: p99 of another page while photos are uploaded, against the same page of the idle service. */
async function besides(photo: Buffer, folder: string, { rounds }: Asked): Promise<Row> {
  const file = join(folder, 'app.db')
  const service = await serve({ folder, file })
  try {
    const reader = await signedIn(service.origin, 'zhoumin')
    const sender = await signedIn(service.origin, 'wangfang')
    const page = await sender.open(SLOT)
    const form = /data-form="(upload-[^"]+)"/.exec(page.body)?.[1] ?? ''
    const upload = async () => {
      const picture = new File([new Uint8Array(photo)], 'a.jpg', { type: 'image/jpeg' })
      const answer = await sender.submit(page.body, form, SLOT, { file: picture })
      if (!/result=(accepted|adjusted)$/.test(answer.location))
        throw new BenchError(
          `An upload was answered by ${answer.status} ${answer.location}: is the machine too busy for ${UPLOADS_A_SECOND} a second?`,
        )
    }
    const read = async () => {
      const answer = await reader.send(READ)
      if (answer.status !== 200) throw new BenchError(`${READ} answered ${answer.status}.`)
    }
    const idle = async () => p99(await paced(READS_A_SECOND, read))
    const loaded = async () => {
      // More is sent here than an hour allows.
      const database = new Database(file)
      database.exec("delete from attempts where key like 'upload:%'")
      database.close()
      const [reads] = await Promise.all([paced(READS_A_SECOND, read), paced(UPLOADS_A_SECOND, upload)])
      return p99(reads)
    }
    const measured = await compete(idle, loaded, { rounds, unit: 'ms p99' })
    return { metric: 'P11', what: 'another page: idle, and beside 2 uploads/s', measured, goal: { most: 2 } }
  } finally {
    await service.end()
  }
}

/** What a picture costs, and what it costs the others. */
export async function pictures(options: Asked): Promise<Row[]> {
  const { root } = options
  const folder = mkdtempSync(join(root, 'data-bench-'))
  try {
    const photo = await phonePhoto(join(root, 'db/seed/pictures/wangfang-diploma.jpg'))
    const rows = await making(photo, folder, options)
    return [...rows, await besides(photo, mkdtempSync(join(folder, 'store-')), options)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
