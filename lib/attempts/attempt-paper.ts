import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { requireOwnAttempt } from './facts.ts'
import { type PaperFrame, paperFrame } from './paper-frame.ts'
import { scalePaper } from './scale.ts'

export interface AttemptPaper extends PaperFrame {
  questions: PaperQuestion[]
}

/** The questions of an attempt with this student's numbers: what may be seen, and nothing else. */
export async function attemptPaper(principal: Principal | null, attemptId: string): Promise<AttemptPaper> {
  await requireOwnAttempt(principal, attemptId)
  const { frame, places } = await paperFrame(attemptId)
  const rows = await query<{ id: string; paper: PaperQuestion }>('SELECT id, paper FROM variant WHERE id = ANY ($1)', [
    places.map(({ variantId }) => variantId),
  ])
  const papers = new Map(rows.map(({ id, paper }) => [id, paper]))
  const questions = places.flatMap(({ variantId, points }) => {
    const paper = papers.get(variantId)
    return paper ? [scalePaper(paper, points)] : []
  })
  return { ...frame, questions }
}
