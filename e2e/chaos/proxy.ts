import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '../../lib/chaos/model/random.ts'

export type NetworkFault = 'reset' | 'black hole' | 'delay' | 'duplicated' | 'reordered' | 'body replaced'

interface Held {
  method: string
  url: string
  headers: http.OutgoingHttpHeaders
  body: Buffer
}

function forward(
  port: number,
  { method, url, headers, body }: Held,
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: 'localhost', port, method, path: url, headers }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
      resolve({ status: response.statusCode ?? 502, headers: response.headers, body: Buffer.concat(chunks) })
    })
    request.on('error', reject)
    request.end(body)
  })
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A bad network between one student and the server. `fault` is what it does to requests just now; null: nothing. */
export class ChaosProxy {
  fault: NetworkFault | null = null
  readonly #server: http.Server
  readonly #target: number
  readonly #random: Random

  constructor(target: number, random: Random) {
    this.#target = target
    this.#random = random
    this.#server = http.createServer((incoming, outgoing) => {
      this.#pass(incoming, outgoing).catch(() => incoming.socket.resetAndDestroy())
    })
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve))
    return (this.#server.address() as AddressInfo).port
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #pass(incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk)
    const headers = { ...incoming.headers, host: `localhost:${this.#target}` }
    const held = { method: incoming.method ?? 'GET', url: incoming.url ?? '/', headers, body: Buffer.concat(chunks) }
    const { fault } = this
    const unlucky = this.#random.chance(0.7)
    if (!fault || !unlucky) return this.#answer(held, outgoing)
    if (fault === 'reset') {
      // half of the requests arrive, and only the answer is lost
      if (this.#random.chance(0.5)) await forward(this.#target, held)
      incoming.socket.resetAndDestroy()
    } else if (fault === 'black hole') {
      if (this.#random.chance(0.5)) await forward(this.#target, held)
    } else if (fault === 'delay') {
      await pause(this.#random.between(200, 1_500))
      await this.#answer(held, outgoing)
    } else if (fault === 'duplicated') {
      await Promise.all([forward(this.#target, held), forward(this.#target, held)])
      await this.#answer(held, outgoing)
    } else if (fault === 'reordered') {
      // given up by the sender's side, and delivered long after what was sent next
      setTimeout(() => void forward(this.#target, held).catch(() => {}), this.#random.between(500, 2_500))
      incoming.socket.resetAndDestroy()
    } else {
      if (this.#random.chance(0.5)) await forward(this.#target, held)
      outgoing.writeHead(200, { 'content-type': this.#random.chance(0.5) ? 'text/html' : 'application/json' })
      outgoing.end(this.#random.chance(0.5) ? '<html>Welcome to the campus network</html>' : '{"ok":true,"results":[]}')
    }
  }

  async #answer(held: Held, outgoing: http.ServerResponse): Promise<void> {
    const { status, headers, body } = await forward(this.#target, held)
    const { 'transfer-encoding': _, connection: __, ...kept } = headers
    outgoing.writeHead(status, { ...kept, 'content-length': body.length })
    outgoing.end(body)
  }
}
