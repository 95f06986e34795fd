import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Executors } from '../../grader/backends/executor.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { previewRequest } from '../questions/preview-question.ts'
import { listBank } from './bank.ts'
import { previewQuestion } from './preview.ts'

function knows(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

async function serve(request: IncomingMessage, executors: Executors): Promise<unknown> {
  const body: unknown = JSON.parse(await text(request))
  if (request.method === 'POST' && request.url === '/questions') return listBank()
  if (request.method === 'POST' && request.url === '/preview') {
    const { slug, seed } = parse(previewRequest, body)
    return previewQuestion(slug, seed, executors)
  }
  throw new Refusal(404, 'not-found', 'There is nothing at this address.')
}

async function answer(request: IncomingMessage, response: ServerResponse, executors: Executors, token: string) {
  const send = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  try {
    if (!knows(request, token)) throw new Refusal(401, 'token', 'Wrong token.')
    send(200, await serve(request, executors))
  } catch (error) {
    if (error instanceof Refusal) return send(error.status, { error: { code: error.code, message: error.message } })
    console.error('The grader could not answer:', error)
    send(500, { error: { code: 'internal', message: 'The grader failed.' } })
  }
}

/** What the web server asks of the grading process, on this machine only and with a shared token. */
export async function listenOnLoopback(port: number, token: string, executors: Executors): Promise<Server> {
  const server = createServer((request, response) => void answer(request, response, executors, token))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}
