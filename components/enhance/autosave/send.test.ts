import { afterEach, describe, expect, it, vi } from 'vitest'
import { send, valuesOf } from './send.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the values of a form', () => {
  it.each([
    [
      'as they stand, in their order',
      [
        ['a', '一'],
        ['b', ''],
        ['a', '二'],
      ],
      'a=%E4%B8%80&b=&a=%E4%BA%8C',
    ],
    [
      'without what the framework adds',
      [
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', '{}'],
        ['a', '1'],
      ],
      'a=1',
    ],
    [
      'without what it knows of the store',
      [
        ['version', '3'],
        ['shown', 'a:1'],
        ['shownName', 'x'],
      ],
      'shownName=x',
    ],
    ['lines end as browsers send them', [['a', 'x\ny\r\nz']], 'a=x%0D%0Ay%0D%0Az'],
  ] as const)('%s', (_, pairs, sent) => {
    expect(valuesOf(pairs)).toBe(sent)
  })

  it('without files', () => {
    expect(
      valuesOf([
        ['file', new File([''], 'a.jpg')],
        ['a', '1'],
      ]),
    ).toBe('a=1')
  })
})

describe('a save', () => {
  const body = { savedAt: '14:32', version: 2, shown: 'a:1', left: 1800 }
  const answering = (status: number, text = '{}') =>
    vi.stubGlobal('fetch', async () => new Response(text, { status }))

  it.each([
    [200, JSON.stringify(body), { kept: body }],
    [200, '<html>', { failed: 'cut' }],
    [401, '{}', { stopped: 'ended' }],
    [409, '{}', { stopped: 'stale' }],
    [413, '', { stopped: 'refused' }],
    [422, '{}', { stopped: 'refused' }],
    [429, '{}', { failed: 'answer' }],
    [500, '', { failed: 'answer' }],
    [503, '', { failed: 'answer' }],
  ])('%d %s', async (status, text, sent) => {
    answering(status, text)
    expect(await send('/collection/autosave', 'a=1')).toEqual(sent)
  })

  it('without a line is cut', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    expect(await send('/collection/autosave', 'a=1')).toEqual({ failed: 'cut' })
  })

  it.each([
    [59_999, true],
    [60_000, false],
  ])('of %d characters outlives its page: %s', async (length, keepalive) => {
    const asked = vi.fn(async (_address: string, _init: RequestInit) => new Response('{}'))
    vi.stubGlobal('fetch', asked)
    await send('/collection/autosave', `a=${'x'.repeat(length - 2)}`)
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', keepalive })
  })
})
