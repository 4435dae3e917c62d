import { describe, expect, it } from 'vitest'
import { LISTS, STEPS } from '#lib/collection/steps/index'
import { pictureResponse } from './picture-response.ts'
import { readUpload } from './read-upload.ts'
import { placeAt } from './slot.ts'

const ADDRESS = 'http://localhost/collection/files/photo/upload'

/** A request whose body comes in pieces, as from a socket. */
function sent(body: Uint8Array, type: string, piece = 60_000): Request {
  let at = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close()
      controller.enqueue(body.subarray(at, at + piece))
      at += piece
    },
  })
  const init = { method: 'POST', body: stream, headers: { 'content-type': type }, duplex: 'half' } as const
  return new Request(ADDRESS, init as RequestInit)
}

async function form(parts: readonly (readonly [string, Blob | string])[]): Promise<Request> {
  const data = new FormData()
  for (const [name, value] of parts) {
    if (typeof value === 'string') data.append(name, value)
    else data.append(name, value, 'a.jpg')
  }
  const whole = new Response(data)
  return sent(new Uint8Array(await whole.arrayBuffer()), whole.headers.get('content-type') ?? '')
}
const blob = (bytes: number) => new Blob([new Uint8Array(bytes).fill(7)])

describe('the body of an upload', () => {
  it.each([0, 1, 59_999, 60_000, 8_000_000])('gives back a file of %i bytes', async (bytes) => {
    const arrived = await readUpload(await form([['file', blob(bytes)]]))
    expect('file' in arrived && arrived.file.equals(Buffer.alloc(bytes, 7))).toBe(true)
  })

  it('measures what is too large and reads it to its end', async () => {
    const request = await form([['file', blob(12_300_000)]])
    const arrived = await readUpload(request)
    expect(arrived).toMatchObject({ refusal: { code: 'tooLarge' } })
    const bytes = 'refusal' in arrived && arrived.refusal.code === 'tooLarge' ? arrived.refusal.bytes : 0
    expect((bytes / 1_000_000).toFixed(1)).toBe('12.3')
    expect(request.bodyUsed).toBe(true)
  })

  it.each([
    ['4032x3024x3840000', { width: 4032, height: 3024, bytes: 3_840_000 }],
    ['4032x3024', undefined],
    ['<b>x1x1', undefined],
    ['-1x1x1', undefined],
  ])('what the browser shrank: %s', async (device, told) => {
    const arrived = await readUpload(
      await form([
        ['device', device],
        ['file', blob(3)],
      ]),
    )
    expect('file' in arrived && arrived.device).toEqual(told)
  })

  it.each([
    ['no file', [['other', 'x']]],
    ['text in place of a file', [['file', 'x']]],
    [
      'two files',
      [
        ['file', blob(3)],
        ['file', blob(3)],
      ],
    ],
  ] as const)('%s is no upload', async (_, parts) => {
    expect(await readUpload(await form(parts))).toEqual({ refusal: { code: 'empty' } })
  })

  it.each([
    ['nothing at all', '', 'multipart/form-data; boundary=x', 'empty'],
    ['another type', '{"file":1}', 'application/json', 'broken'],
    ['no boundary', '--x\r\n', 'multipart/form-data', 'broken'],
    [
      'cut off',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      'multipart/form-data; boundary=x',
      'broken',
    ],
  ])('%s', async (_, body, type, code) => {
    expect(await readUpload(sent(new TextEncoder().encode(body), type))).toEqual({ refusal: { code } })
  })
})

describe('addresses of pictures', () => {
  it('every picture field has one, under the part that owns it', () => {
    const pictures = (fields: object) => Object.entries(fields).filter(([, f]) => f.kind === 'picture')
    for (const step of STEPS) {
      for (const [slot] of pictures(step.fields)) {
        expect(placeAt('', '', slot)).toMatchObject({ part: step.id, owner: step.id, slot })
      }
    }
    for (const list of LISTS) {
      for (const [slot] of pictures(list.fields)) {
        expect(placeAt(list.id, 'e1', slot)).toMatchObject({ part: list.id, owner: 'e1', item: 'e1' })
      }
    }
  })

  it('slot names of steps are told apart by name alone', () => {
    const names = STEPS.flatMap((s) => Object.keys(s.fields).filter((f) => s.fields[f]?.kind === 'picture'))
    expect(new Set(names).size).toBe(names.length)
  })

  it.each([
    ['', '', 'name'],
    ['', '', 'file'],
    ['', '', 'constructor'],
    ['', '', '__proto__'],
    ['qualifications', 'e1', 'photo'],
    ['qualifications', '', 'file'],
    ['personal', 'e1', 'photo'],
    ['nothing', 'e1', 'file'],
  ])('%s/%s/%s is none', (list, item, slot) => {
    expect(placeAt(list, item, slot)).toBeUndefined()
  })

  it.each([
    ['', '', 'photo', 'portrait'],
    ['', '', 'ftDegreeFile', 'education'],
    ['', '', 'appointmentFile', 'proof'],
    ['qualifications', 'e1', 'file2', 'qualification'],
    ['remarks', 'e1', 'file', 'proof'],
  ])('%s %s %s is a %s', (list, item, slot, kind) => {
    expect(placeAt(list, item, slot)?.kind).toBe(kind)
  })
})

it('a picture is shown in place, kept nowhere, and powerless', async () => {
  const answer = pictureResponse(Buffer.from([1, 2, 3]), 'abc')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'inline; filename="abc.jpg"',
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3])
})
