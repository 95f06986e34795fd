import type { Vouched } from './handing-in.ts'
import type { Answered, AttemptState, SavesReply, Transport } from './protocol.ts'

/** A request that takes longer is given up and tried again, in milliseconds. */
const patience = 15_000

const baseOf = (attemptId: string) => `/api/exam/v1/attempts/${encodeURIComponent(attemptId)}`

/** Leaves a question for the next one. */
export function moveOn(attemptId: string, body: Vouched & { from: number }): Promise<Answered<{ place: number }>> {
  const isPlace = (json: unknown) => isObject(json) && typeof json.place === 'number'
  return request(`${baseOf(attemptId)}/forward`, 'POST', body, isPlace)
}

/** The attempt's routes. What is not the server's own JSON counts as trouble: a captive portal acknowledges nothing. */
export function httpTransport(attemptId: string): Transport {
  const base = baseOf(attemptId)
  return {
    save: (body, keepalive) => request(`${base}/responses`, 'PUT', body, isReply, keepalive),
    state: () => request(base, 'GET', undefined, isState),
    submit: (body) => request(`${base}/submission`, 'POST', body, (json) => isObject(json) && 'submissionId' in json),
    takeOver: () => request(`${base}/takeover`, 'POST', {}, (json) => isObject(json) && typeof json.epoch === 'number'),
  }
}

async function request<T>(
  url: string,
  method: string,
  body: unknown,
  expected: (json: unknown) => boolean,
  keepalive = false,
): Promise<Answered<T>> {
  let response: Response
  let json: unknown
  try {
    response = await fetch(url, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      redirect: 'error',
      keepalive,
      signal: AbortSignal.timeout(patience),
    })
    json = await response.json()
  } catch {
    return { outcome: 'trouble', retryAfter: null }
  }
  if (response.ok)
    return expected(json) ? { outcome: 'answered', value: json as T } : { outcome: 'trouble', retryAfter: null }
  const after = Number(response.headers.get('retry-after'))
  const error = isObject(json) && isObject(json.error) ? json.error : null
  const passing = response.status >= 500 || response.status === 408 || response.status === 429
  if (passing || !error) return { outcome: 'trouble', retryAfter: after > 0 ? after * 1000 : null }
  return {
    outcome: 'refused',
    status: response.status,
    code: String(error.code),
    message: String(error.message),
    fields: Array.isArray(error.fields) ? error.fields.map(String) : [],
  }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null
}

function isReply(json: unknown): boolean {
  if (!isObject(json) || typeof json.epoch !== 'number') return false
  const { results } = json as Partial<SavesReply>
  return Array.isArray(results) && results.every((one) => isObject(one) && typeof one.opId === 'string')
}

function isState(json: unknown): boolean {
  return isObject(json) && isObject((json as Partial<AttemptState>).responses) && typeof json.epoch === 'number'
}
