import { randomBytes } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it, test } from 'vitest'
import { BOM, csvCell, csvLine, csvStream } from './csv.ts'
import { xlsxFile, xlsxStream } from './xlsx.ts'

const ID_NUMBER = '410105199203159973'
async function* each<T>(rows: readonly T[]) {
  yield* rows
}
const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(stream as BodyInit).arrayBuffer())

describe('CSV', () => {
  test.each([
    ['张三', '张三'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-5', "'-5"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['=a,"b"', `"'=a,""b"""`],
    ['a=b', 'a=b'],
    [-5, '-5'],
    ['', ''],
  ])('%j is written %j', (cell, written) => expect(csvCell(cell)).toBe(written))

  it('begins with a mark of its encoding and ends each line as RFC 4180 has it', async () => {
    const text = (await bytesOf(csvStream(['姓名', '号'], each([['张', ID_NUMBER]])))).toString('utf8')
    expect(text).toBe(`${BOM}姓名,号\r\n张,${ID_NUMBER}\r\n`)
    expect(csvLine(['a', 1])).toBe('a,1\r\n')
  })

  it('ends its rows when the reader goes away', async () => {
    let ended = false
    async function* endless() {
      try {
        for (;;) yield ['x'.repeat(1000)]
      } finally {
        ended = true
      }
    }
    const reader = csvStream(['h'], endless()).getReader()
    await reader.read()
    await reader.cancel()
    expect(ended).toBe(true)
  })
})

describe('XLSX', () => {
  const AWKWARD = [
    ID_NUMBER,
    '=1+1',
    '<&"\'>',
    'two\nlines',
    ' lead',
    '𠮷',
    'a\u0001b',
    'a\rb',
    '_x0041_',
    '_',
    ']]>',
    '\t',
    '',
  ]

  it('keeps text as text, whatever it looks like', async () => {
    const head = AWKWARD.map((_, at) => `第 ${at} 列`)
    const file = await bytesOf(xlsxStream({ name: '人员', head }, each([AWKWARD, [3, '003']])))
    const [sheet] = (await readXlsx(file)).sheets
    expect(sheet?.name).toBe('人员')
    expect(sheet?.rows[0]).toEqual(head)
    expect(sheet?.rows[1]?.slice(0, -1)).toEqual(AWKWARD.slice(0, -1))
    expect(sheet?.rows[2]?.slice(0, 2)).toEqual([3, '003'])
  })

  it('is ended when the reader goes away', async () => {
    let ended = false
    async function* endless() {
      try {
        for (let n = 0; ; n++) yield [`${n} ${Math.random()}`]
      } finally {
        ended = true
      }
    }
    const reader = xlsxStream({ name: 'x', head: ['h'] }, endless()).getReader()
    for (let n = 0; n < 5; n++) await reader.read()
    await reader.cancel()
    expect(ended).toBe(true)
  })

  it('fails where its rows fail, so that half a file is not taken for a whole one', async () => {
    async function* failing() {
      yield ['a']
      throw new Error('the store went away')
    }
    const stream = xlsxStream({ name: 'x', head: ['h'] }, failing())
    await expect(bytesOf(stream)).rejects.toThrow('the store went away')
  })

  it('waits for its reader: rows are made no further ahead than a few pieces', async () => {
    let bytes = 0
    async function* endless() {
      for (;;) {
        // What does not pack, so that the packed file fills up soon.
        const text = randomBytes(3000).toString('base64')
        bytes += text.length
        yield [text]
      }
    }
    const reader = xlsxStream({ name: 'x', head: ['h'] }, endless()).getReader()
    await reader.read()
    let before = -1
    for (; before !== bytes; await new Promise((resolve) => setTimeout(resolve, 100))) before = bytes
    expect(bytes).toBeLessThan(2 ** 20)
    await reader.cancel()
  })

  it('may have several sheets when it is small', async () => {
    const file = await xlsxFile([
      { name: '甲', head: ['名', '数'], rows: [['x', 1]] },
      { name: '乙', head: ['名'], rows: [['']] },
    ])
    const { sheets } = await readXlsx(file)
    expect(sheets.map((s) => s.name)).toEqual(['甲', '乙'])
    expect(sheets[0]?.rows).toEqual([
      ['名', '数'],
      ['x', 1],
    ])
  })
})
