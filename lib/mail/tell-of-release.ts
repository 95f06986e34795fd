import type { Query } from '../db/query.ts'
import { enqueue } from '../db/queue.ts'
import { mailOrigin } from './sends-mail.ts'

/** A release to be told: at once, or when its time has come. */
export interface Telling {
  releaseId: string
  examId: string
  at: string | null
}

/** Writes down, in the transaction of the release, that its students are told. */
export async function tellOfRelease(run: Query, { releaseId, at }: Telling): Promise<void> {
  if (mailOrigin() === null) return
  if (at) await enqueue(run, 'mail', [{ releaseId }], new Date(at))
  else await mailRelease(run, releaseId)
}

/** A mail to everybody who has handed in, once each, if the release counts now. */
export async function mailRelease(run: Query, releaseId: string): Promise<void> {
  const mails = await run<{ mailId: string }>(
    `INSERT INTO mail (key, kind, exam_id, person_id, path)
     SELECT 'released/' || r.id || '/' || a.person_id, 'released', r.exam_id, a.person_id,
       '/attempts/' || a.attempt_id || '/result'
     FROM release r CROSS JOIN LATERAL release_in_force(r.exam_id) f
     JOIN attempt_that_counts a ON a.exam_id = r.exam_id JOIN submission s ON s.attempt_id = a.attempt_id
     WHERE r.id = $1 AND f.id = r.id
     ON CONFLICT DO NOTHING RETURNING id AS "mailId"`,
    [releaseId],
  )
  await enqueue(run, 'mail', mails)
}
