import { environment } from '../environment.ts'
import { Refusal } from '../http/refusal.ts'

const patience = 30_000

const away = () => new Refusal(503, 'grader-away', 'The grader does not answer just now. Please try again.')

/**
 * Asks the grading process over loopback: it alone reads question files and executes them.
 * @throws Refusal with the grader's own words where it refuses, 503 where it does not answer
 */
export async function askGrader<T>(path: string, body: unknown): Promise<T> {
  const { REFEREE_GRADER_PORT: port, REFEREE_GRADER_TOKEN: token } = environment()
  if (!port || !token) throw away()
  let answer: Response
  try {
    answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    })
  } catch {
    throw away()
  }
  const value = (await answer.json().catch(() => null)) as { error?: { code: string; message: string } } | null
  if (answer.ok) return value as T
  if (value?.error && answer.status < 500) throw new Refusal(answer.status, value.error.code, value.error.message)
  throw away()
}
