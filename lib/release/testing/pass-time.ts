import { inTransaction } from '../../db/query.ts'

/** So many seconds go by for the releases of an exam: nobody has to wait, and a slow machine changes nothing. */
export const passTime = (examId: string, seconds: number) =>
  inTransaction(async (run) => {
    // what was released is never changed but by the owner of the store
    await run('SET LOCAL session_replication_role = replica')
    await run(
      `UPDATE release SET created_at = created_at - by, at = at - by, requests_until = requests_until - by
       FROM make_interval(secs => $2) AS by WHERE exam_id = $1`,
      [examId, seconds],
    )
  })
