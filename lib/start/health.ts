import { setTimeout as wait } from 'node:timers/promises'
import { StartProblem } from './start-problem.ts'

export interface Health {
  ok: boolean
  database: boolean
  grader: { backend: string; adapter: string | null; versions: Record<string, string> } | null
}

/** Asks `GET /api/health` until web, database and grader are all there. Throws a `StartProblem` when they never are. */
export async function waitUntilHealthy(address: string, signal: AbortSignal, patience = 120_000): Promise<Health> {
  const end = Date.now() + patience
  let last: Health | null = null
  while (Date.now() < end) {
    signal.throwIfAborted()
    last = (await readHealth(address)) ?? last
    if (last?.ok && last.grader) return last
    await wait(50)
  }
  const missing = !last
    ? 'The web server does not answer'
    : last.database
      ? 'The grader does not report'
      : 'The database does not answer'
  throw new StartProblem(`${missing} after ${patience / 1000} s: the reason is in the log folder of the data folder.`)
}

async function readHealth(address: string): Promise<Health | null> {
  try {
    const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5000) })
    return (await answer.json()) as Health
  } catch {
    return null
  }
}
