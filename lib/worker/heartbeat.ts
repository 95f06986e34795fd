import { randomUUID } from 'node:crypto'
import type { BackendChoice } from '../../grader/backends/executor.ts'
import { graderVersion } from '../../grader/marking/execution.ts'
import { query } from '../db/query.ts'

/** This process's row in `worker`: what grades (it may go down the ladder while it runs), and that it is alive. */
export function heartbeat(choice: BackendChoice) {
  const id = randomUUID()
  const versions = { ...choice.versions, grader: graderVersion }
  return {
    async beat() {
      await query(
        `INSERT INTO worker (id, backend, adapter, versions, ladder) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO UPDATE SET last_seen = clock_timestamp(),
           backend = excluded.backend, adapter = excluded.adapter, ladder = excluded.ladder`,
        [id, choice.backend, choice.adapter, JSON.stringify(versions), JSON.stringify(choice.ladder)],
      )
    },
    async stop() {
      await query('DELETE FROM worker WHERE id = $1 OR last_seen < clock_timestamp() - interval $$7 days$$', [id])
    },
  }
}
