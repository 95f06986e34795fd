import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

interface Unready {
  title: string
  state: 'publishing' | 'failed'
  problem: string | null
}

const UNREADY = `select e.title, e.state::text,
    (select q.slug || ': ' || q.problem from exam_question q where q.exam_id = e.id and q.problem is not null limit 1) as problem
  from exam e where e.state in ('publishing', 'failed')`

/**
 * Waits until the grader has drawn and audited the variants of every exam that is being published: moments when there is
 * nothing to do. Returns a line for each exam that cannot be sat yet.
 */
export async function untilPublished(databaseUrl: string, signal: AbortSignal, patience = 300_000): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, query_timeout: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    for (const end = Date.now() + patience; ; await wait(100)) {
      signal.throwIfAborted()
      const { rows } = await client.query<Unready>(UNREADY)
      if (rows.some(({ state }) => state === 'publishing') && Date.now() < end) continue
      return rows.map(say)
    }
  } finally {
    await client.end()
  }
}

const say = ({ title, state, problem }: Unready) =>
  state === 'failed'
    ? `The exam “${title}” could not be published: ${problem ?? 'no reason given'}`
    : `The exam “${title}” is still being published.`
