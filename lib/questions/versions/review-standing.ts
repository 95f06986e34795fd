import type { Query } from '../../db/query.ts'

/** none: nobody was asked. The newest word on a version counts; who wrote it cannot approve it. */
export type ReviewStanding = 'none' | 'asked' | 'approved' | 'changes'

export async function reviewStanding(run: Query, questionVersionId: string): Promise<ReviewStanding> {
  const [row] = await run<{ what: Exclude<ReviewStanding, 'none'> }>(
    'SELECT what FROM question_review WHERE question_version_id = $1 ORDER BY id DESC LIMIT 1',
    [questionVersionId],
  )
  return row?.what ?? 'none'
}
