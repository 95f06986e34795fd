import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Executors } from '../../grader/backends/executor.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { previewRequest } from '../questions/preview-question.ts'
import { auditRequest } from '../questions/question-audit.ts'
import { checkRequest } from '../quiz/input.ts'
import { runAgainRequest } from '../receipts/run-attempt-again.ts'
import { groupRequest } from '../review/groups/fresh-groups.ts'
import { Audits } from './audits.ts'
import { refreshBank } from './bank/bank-desk.ts'
import { readTexts, readTextsRequest } from './bank/read-texts.ts'
import { listQuestions, listRequest } from './bank.ts'
import { checking } from './check-answers.ts'
import { Desk } from './desk/desk.ts'
import { FullAudits } from './desk/full-audits.ts'
import { serveDesk } from './desk/serve-desk.ts'
import { ExchangeDesk } from './exchange/exchange-desk.ts'
import { groupSoon } from './groups/group-part.ts'
import { previewQuestion } from './preview.ts'
import { runAgain } from './run-again.ts'
import { answerOfVersions } from './versions.ts'

interface Served {
  executors: Executors
  audits: Audits
  check: (checkId: string) => Promise<null>
  desk: Desk
  fullAudits: FullAudits
  exchange: ExchangeDesk
}

function knows(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

async function serve(request: IncomingMessage, served: Served): Promise<unknown> {
  const { executors, audits, check, desk, fullAudits, exchange } = served
  const body: unknown = JSON.parse(await text(request))
  if (request.method === 'POST' && request.url === '/questions') return listQuestions(parse(listRequest, body).slugs)
  if (request.method === 'POST' && request.url === '/bank/refresh') return refreshBank()
  if (request.method === 'POST' && request.url === '/bank/read') return readTexts(parse(readTextsRequest, body))
  if (request.method === 'POST' && request.url === '/preview') {
    const { slug, seed } = parse(previewRequest, body)
    return previewQuestion(slug, seed, executors)
  }
  if (request.method === 'POST' && request.url === '/run-again')
    return runAgain(parse(runAgainRequest, body).attemptId, executors)
  if (request.method === 'POST' && request.url === '/check') return check(parse(checkRequest, body).checkId)
  if (request.method === 'POST' && request.url === '/audit') return audits.start(parse(auditRequest, body).slug)
  if (request.method === 'POST' && request.url === '/audit-state') return audits.state(parse(auditRequest, body).slug)
  if (request.method === 'POST' && request.url === '/groups') {
    const { examQuestionId, field } = parse(groupRequest, body)
    return groupSoon(examQuestionId, field)
  }
  if (request.method === 'POST' && request.url?.startsWith('/versions/')) return answerOfVersions(request.url, body)
  if (request.method === 'POST' && request.url?.startsWith('/desk/')) {
    const answered = await serveDesk(request.url.slice('/desk/'.length), body, desk, fullAudits)
    if (answered !== undefined) return answered
  }
  if (request.method === 'POST' && request.url?.startsWith('/exchange/')) {
    const answered = await exchange.serve(request.url.slice('/exchange/'.length), body)
    if (answered !== undefined) return answered
  }
  throw new Refusal(404, 'not-found', 'There is nothing at this address.')
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served, token: string) {
  const send = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  try {
    if (!knows(request, token)) throw new Refusal(401, 'token', 'Wrong token.')
    send(200, await serve(request, served))
  } catch (error) {
    if (error instanceof Refusal) return send(error.status, { error: { code: error.code, message: error.message } })
    console.error('The grader could not answer:', error)
    send(500, { error: { code: 'internal', message: 'The grader failed.' } })
  }
}

/** What the web server asks of the grading process, on this machine only and with a shared token. */
export async function listenOnLoopback(port: number, token: string, executors: Executors): Promise<Server> {
  const desk = new Desk()
  const audits = new Audits(executors, ({ source, slug }) => desk.audit({ source, slug }, slug))
  const exchange = new ExchangeDesk()
  const served = { executors, audits, check: checking(executors), desk, fullAudits: new FullAudits(desk), exchange }
  const server = createServer((request, response) => void answer(request, response, served, token))
  server.on('close', () => {
    desk.end()
    exchange.end()
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}
