import { z } from 'zod'
import { query } from '../../db/query.ts'
import { Refusal } from '../../http/refusal.ts'
import { askGrader } from '../../questions/ask-grader.ts'
import { type Freshness, freshness } from './freshness.ts'

export const groupRequest = z.strictObject({ examQuestionId: z.uuid(), field: z.string().min(1).max(200) })

/** fresh: of all gradings; making: will soon be; old: the grading process does not answer, and these are from before. */
export type GroupState = 'fresh' | 'making' | 'old'

/** Brings the groups of a part up to date, where gradings came that they do not know. Waits a second or so, no longer. */
export async function freshGroups(
  examQuestionId: string,
  field: string,
): Promise<Omit<Freshness, 'digest' | 'fresh'> & { state: GroupState }> {
  const { fresh, answers, madeAt } = await freshness(query, examQuestionId, field)
  if (fresh || answers === 0) return { state: 'fresh', answers, madeAt }
  try {
    const { done } = await askGrader<{ done: boolean }>('/groups', { examQuestionId, field })
    return { state: done ? 'fresh' : 'making', answers, madeAt }
  } catch (error) {
    if (error instanceof Refusal) return { state: 'old', answers, madeAt }
    throw error
  }
}
