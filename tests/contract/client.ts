import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  /** Names in lower case; repeated headers are joined by a line break. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Takes an answer apart; a chunked body is given as sent. */
export function readAnswer(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/)
    const key = name.toLowerCase()
    headers[key] = key in headers ? `${headers[key]}\n${value}` : value
  }
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4) }
}

/**
 * Sends bytes over a socket as a browser does: all of them, before it looks at the answer.
 * @returns the answer, and how many bytes the other side has taken before the connection ended
 */
export function sendRaw(
  port: number,
  head: string,
  bodyBytes = 0,
): Promise<{ answer: RawAnswer; error: NodeJS.ErrnoException | undefined }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const received: Buffer[] = []
    let error: NodeJS.ErrnoException | undefined
    socket.on('data', (chunk: Buffer) => received.push(chunk))
    socket.on('error', (failure) => {
      error = failure
    })
    socket.on('close', () => resolve({ answer: readAnswer(Buffer.concat(received)), error }))
    socket.write(head)
    const piece = Buffer.alloc(65_536, 'a')
    let left = bodyBytes
    const pump = () => {
      while (left > 0 && !socket.destroyed) {
        const part = piece.subarray(0, Math.min(left, piece.length))
        left -= part.length
        if (!socket.write(part)) {
          socket.once('drain', pump)
          return
        }
      }
    }
    pump()
  })
}

/** The head of a request; the connection ends with the answer. */
export function head(line: string, headers: Readonly<Record<string, string | number>>): string {
  const all = { Host: 'localhost:3000', Connection: 'close', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n`
}
