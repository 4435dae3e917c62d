import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '#support/answers'
import { ROOT } from '#support/children'
import type { Answer, Visitor } from '#support/visitor'

type Values = Readonly<Record<string, string>>

/** A picture of the demo with a text in a comment of its own and behind its end. */
export function pictureWith(marker: string, name: string): File {
  const jpeg = readFileSync(join(ROOT, 'db/seed/pictures', name))
  const text = Buffer.from(marker)
  const head = Buffer.of(0xff, 0xfe, 0, text.length + 2)
  const bytes = Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2), text])
  return new File([new Uint8Array(bytes)], `${marker}.jpg`, { type: 'image/jpeg' })
}

/** Sends a form of a page; it must lead on. @returns the answer */
export async function fill(visitor: Visitor, path: string, form: string, values: Values): Promise<Answer> {
  const page = await visitor.open(path)
  const answer = await visitor.submit(page.body, form, page.path, values)
  if (answer.status !== 303 || answer.location.includes('check=') || answer.location.includes('held='))
    throw new Error(`${form} at ${path} was answered by ${answer.status} ${answer.location}.`)
  return answer
}

/** Uploads a picture; it must be stored. */
export async function upload(visitor: Visitor, path: string, file: File): Promise<void> {
  const page = await visitor.open(path)
  const form = /data-form="(upload-[^"]+)"/.exec(page.body)?.[1] ?? ''
  const answer = await visitor.submit(page.body, form, page.path, { file })
  if (!/\?result=(accepted|adjusted)$/.test(answer.location))
    throw new Error(`The picture at ${path} was answered by ${answer.status} ${answer.location}.`)
}

/** A penalty with a text of its own. */
export const penalisedFor = (text: string): Values => ({
  kind: 'warning',
  authority: '示例机关',
  ...day('decisionDate', '2021', '3', '4'),
  remark: text,
})
