import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#db/seed/people'
import { ROOT } from '#support/children'
import { Visitor } from '#support/visitor'

/** Three in turn: the last acknowledged one and the one under way always differ from the one before. */
const PICTURES = ['wangfang', 'zhangwei', 'liuyang'].map((who) =>
  readFileSync(join(ROOT, `db/seed/pictures/${who}-portrait.jpg`)),
)
const PERSON = DEMO_PEOPLE.find((person) => person.key === 'wangfang') ?? { name: '', idNumber: '' }
const PAGE = '/collection/files/photo'

/** Somebody who uploads a portrait again and again. */
export interface Uploader {
  readonly visitor: Visitor
  /** What each picture has become in the store, by its digest. */
  readonly digests: readonly string[]
  sent: number
  told: number
  acknowledged: number
}

async function upload(visitor: Visitor, n: number): Promise<void> {
  const page = await visitor.open(PAGE)
  const file = new File([new Uint8Array(PICTURES[n % PICTURES.length] ?? [])], `${n}.jpg`, {
    type: 'image/jpeg',
  })
  const form = /data-form="(upload-[^"]+)"/.exec(page.body)?.[1] ?? ''
  const answer = await visitor.submit(page.body, form, PAGE, { file })
  // The verdict says that the picture is stored; a refusal leads to the same page.
  const stored = /\?result=(accepted|adjusted)$/.test(answer.location)
  if (answer.status !== 303 || !stored)
    throw new Error(`An upload was answered by ${answer.status} ${answer.location}.`)
}

/** The digest of the portrait in the uploader's draft, read by the engine itself. */
export function portraitIn(file: string): string {
  const database = new Database(file, { readonly: true })
  try {
    const query = `select d.digest from draft_pictures p join documents d on d.id = p.document_id
      join people o on o.id = d.person_id where p.slot = 'photo' and o.name = ? and p.owner = 'personal'`
    return String(database.prepare(query).pluck().get(PERSON.name))
  } finally {
    database.close()
  }
}

/** Pictures that a row names and that are not there. */
export function missingPictures(dataDir: string): string[] {
  const database = new Database(join(dataDir, 'app.db'), { readonly: true })
  try {
    const query = `select blob_key from documents where blob_key <> ''
      union select work_blob_key from draft_pictures where work_blob_key is not null`
    const keys = database.prepare(query).pluck().all() as string[]
    return keys.filter((key) => !existsSync(join(dataDir, 'blobs', key.slice(0, 2), key.slice(2, 4), key)))
  } finally {
    database.close()
  }
}

/** Takes back the pacing of uploads, while the service is down: more are sent here than an hour allows. */
export function forgetPacing(file: string): void {
  const database = new Database(file)
  database.exec("delete from attempts where key like 'upload:%'")
  database.close()
}

/** Signs in and uploads each picture once. */
export async function uploader(origin: string, file: string): Promise<Uploader> {
  const visitor = new Visitor(origin)
  await visitor.signIn(PERSON.idNumber, DEMO_PASSWORD)
  const digests: string[] = []
  for (const n of PICTURES.keys()) {
    await upload(visitor, n)
    digests.push(portraitIn(file))
  }
  if (new Set(digests).size < PICTURES.length) throw new Error('The pictures cannot be told apart.')
  const last = PICTURES.length - 1
  return { visitor, digests, sent: last, told: last, acknowledged: 0 }
}

/** Uploads until the connection breaks or `go()` says no. */
export async function uploads(one: Uploader, go: () => boolean): Promise<void> {
  while (go()) {
    try {
      one.sent++
      await upload(one.visitor, one.sent)
      one.told = one.sent
      one.acknowledged++
    } catch (error) {
      if (go()) throw error
    }
  }
}

/**
 * Compares after a kill: the draft holds the last acknowledged upload or the one that was under way, and which
 * of the two is known from here on.
 * @returns whether it does
 */
export function settle(one: Uploader, digest: string): boolean {
  const stored = [one.told, one.sent].find((n) => one.digests[n % one.digests.length] === digest)
  if (stored === undefined) return false
  one.sent = stored
  one.told = stored
  return true
}
