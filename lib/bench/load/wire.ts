import net from 'node:net'

export interface Reply {
  status: number
  headers: Map<string, string>
  body: Buffer
}

/** The reply at the beginning of what has come in, and how long it is; null while it is not whole. */
function parse(bytes: Buffer): { reply: Reply; length: number } | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const mark = line.indexOf(':')
      return [line.slice(0, mark).toLowerCase(), line.slice(mark + 1).trim()] as const
    }),
  )
  const reply = (body: Buffer) => ({ status: Number(first.slice(9, 12)), headers, body })
  const start = end + 4
  if (headers.get('transfer-encoding') !== 'chunked') {
    const length = start + Number(headers.get('content-length') ?? 0)
    return bytes.length < length ? null : { reply: reply(bytes.subarray(start, length)), length }
  }
  const chunks: Buffer[] = []
  for (let at = start; ; ) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    at = line + 2 + size + 2
    if (bytes.length < at) return null
    if (size === 0) return { reply: reply(Buffer.concat(chunks)), length: at }
    chunks.push(bytes.subarray(line + 2, line + 2 + size))
  }
}

/**
 * One kept-alive connection, one request after the other, as little work as possible: the generator shares the machine
 * with what it measures. A connection that ends is opened again for the next request.
 */
export class Wire {
  readonly #port: number
  #socket: net.Socket | null = null
  #got: Buffer = Buffer.alloc(0)
  #settle: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null

  constructor(port: number) {
    this.#port = port
  }

  send(head: string, body = ''): Promise<Reply> {
    const socket = this.#socket ?? this.#open()
    const length = body ? `content-length: ${Buffer.byteLength(body)}\r\ncontent-type: application/json\r\n` : ''
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      socket.write(`${head}${length}\r\n${body}`)
    })
  }

  close(): void {
    this.#socket?.destroy()
    this.#socket = null
  }

  #open(): net.Socket {
    const socket = net.connect(this.#port, 'localhost')
    socket.setNoDelay(true)
    this.#socket = socket
    this.#got = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    const gone = (error?: Error) => {
      if (this.#socket !== socket) return
      this.#socket = null
      this.#settle?.reject(error ?? new Error('the connection was closed'))
      this.#settle = null
    }
    socket.on('error', gone)
    socket.on('close', () => gone())
    return socket
  }

  #take(chunk: Buffer): void {
    this.#got = this.#got.length > 0 ? Buffer.concat([this.#got, chunk]) : chunk
    const parsed = parse(this.#got)
    if (!parsed) return
    this.#got = this.#got.subarray(parsed.length)
    if (parsed.reply.headers.get('connection') === 'close') this.close()
    const settle = this.#settle
    this.#settle = null
    settle?.resolve(parsed.reply)
  }
}

/** The first lines of a request from the server's own pages. */
export function headOf(method: string, path: string, port: number, cookie: string): string {
  return `${method} ${path} HTTP/1.1\r\nhost: localhost:${port}\r\norigin: http://localhost:${port}\r\nsec-fetch-site: same-origin\r\ncookie: ${cookie}\r\naccept-encoding: gzip\r\n`
}
