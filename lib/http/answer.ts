import { createHash } from 'node:crypto'
import { busy, Refusal } from './refusal.ts'

const personal = { 'cache-control': 'no-store' }

export function answerJson(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: personal })
}

/** JSON that the browser keeps as a file. */
export function answerFile(name: string, value: unknown): Response {
  const headers = {
    ...personal,
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="${name}"`,
  }
  return new Response(`${JSON.stringify(value, null, 2)}\n`, { headers })
}

/** Plain text that the browser keeps as a file. */
export function answerText(name: string, text: string): Response {
  const headers = {
    ...personal,
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  }
  return new Response(text, { headers })
}

/** JSON that the browser may keep for itself and ask about again: 304 where it is still the same. */
export function answerTagged(request: Request, value: unknown): Response {
  const body = JSON.stringify(value)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { 'cache-control': 'private, no-cache', 'content-type': 'application/json', etag, vary: 'cookie' }
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  return known?.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

/** Postgres and network failures that pass by themselves. */
const passing = /^(08|53|57P|55P03|40|ECONN|ETIMEDOUT|EPIPE)/

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return passing.test(code) || /timeout|Connection terminated|terminating connection/i.test(error.message)
}

/** Come back in a moment: not all in the same. */
function answerBusy(): Response {
  const { status, code, message } = busy()
  const response = answerJson({ error: { code, message } }, status)
  response.headers.set('retry-after', String(1 + Math.floor(Math.random() * 3)))
  return response
}

/** What is thrown becomes an answer; only a Refusal's own words leave the server. */
export function answerError(error: unknown): Response {
  if (error instanceof Refusal) {
    const { status, code, message, field, details } = error
    if (status === 503) return answerBusy()
    return answerJson({ error: { code, message, ...(field ? { field } : {}), ...details } }, status)
  }
  if (isPassing(error)) {
    console.error('A request could not be served just now:', error)
    return answerBusy()
  }
  console.error('A request failed:', error)
  return answerJson({ error: { code: 'internal', message: 'Something went wrong on the server.' } }, 500)
}
