/** One spelling in which a value could have been left behind. */
interface Needle {
  readonly spelling: string
  readonly bytes: Buffer
}

/** Base64 of the value wherever it begins in a group of three: what depends on its neighbours is left off. */
function inBase64(plain: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), plain]).toString('base64')
    const whole = text.replace(/=+$/, '')
    const tail = text.endsWith('=') ? 1 : 0
    return whole.slice([0, 2, 3][before], whole.length - tail)
  })
}

const percent = (plain: Buffer) => [...plain].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
const escaped = (text: string) =>
  [...Array(text.length).keys()]
    .map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')

/** Every spelling of a value: UTF-8, UTF-16LE, base64 and its address-safe form, hex, percent, JSON escapes. */
export function needlesOf(value: string | Buffer): Needle[] {
  const plain = Buffer.isBuffer(value) ? value : Buffer.from(value)
  const hex = plain.toString('hex')
  const needles: [string, string | Buffer][] = [
    ['as it is', plain],
    ['hex', hex],
    ['hex, capitals', hex.toUpperCase()],
    ...inBase64(plain).flatMap((text): [string, string][] => [
      ['base64', text],
      ['base64url', text.replaceAll('+', '-').replaceAll('/', '_')],
    ]),
  ]
  if (!Buffer.isBuffer(value)) {
    const form = new URLSearchParams({ a: value }).toString().slice(2)
    needles.push(
      ['utf16le', Buffer.from(value, 'utf16le')],
      ['encodeURIComponent', encodeURIComponent(value)],
      ['form', form],
      ['percent', percent(plain)],
      ['percent, capitals', percent(plain).toUpperCase()],
      ['json', escaped(value)],
    )
  }
  return needles.map(([spelling, text]) => ({ spelling, bytes: Buffer.from(text as string) }))
}

/** Something the service has left, by the name it is reported under. */
export interface Artefact {
  readonly name: string
  readonly bytes: Buffer
}

/** Where which value stands, in which spelling. Its own text is not repeated. */
export function hits(
  artefacts: readonly Artefact[],
  values: Readonly<Record<string, string | Buffer>>,
): string[] {
  return Object.entries(values).flatMap(([what, value]) =>
    needlesOf(value).flatMap(({ spelling, bytes }) =>
      artefacts
        .filter((artefact) => artefact.bytes.includes(bytes))
        .map(({ name }) => `${what}, ${spelling}, in ${name}`),
    ),
  )
}
