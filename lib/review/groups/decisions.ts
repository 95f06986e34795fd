import type { Query } from '../../db/query.ts'

/** What somebody decided about the groups of a part. */
export interface GroupDecision {
  id: string
  act: 'move' | 'merge' | 'rename' | 'undo'
  submissionIds: string[]
  fromGroup: string | null
  toGroup: string | null
  name: string | null
  undoes: string | null
}

/** What decisions come to: which answers were put where, which groups became one, what they are called. */
export interface Decided {
  placed: ReadonlyMap<string, string>
  merged: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
  /** of those that hold, in order */
  holding: readonly GroupDecision[]
}

/** Decisions in their order; one that was undone counts for nothing, as if it had never been. */
export function settleDecisions(decisions: readonly GroupDecision[]): Decided {
  const undone = new Set<string>()
  // an undoing can be undone itself: the last word counts
  for (const { act, undoes, id } of [...decisions].reverse())
    if (act === 'undo' && undoes !== null && !undone.has(id)) undone.add(undoes)
  const holding = decisions.filter(({ act, id }) => act !== 'undo' && !undone.has(id))
  const placed = new Map<string, string>()
  const merged = new Map<string, string>()
  const names = new Map<string, string>()
  for (const { act, submissionIds, fromGroup, toGroup, name } of holding) {
    if (act === 'move' && toGroup) for (const submissionId of submissionIds) placed.set(submissionId, toGroup)
    if (act === 'merge' && fromGroup && toGroup) {
      // what is put into a group that went into this one before comes back to it
      merged.delete(toGroup)
      merged.set(fromGroup, toGroup)
    }
    if (name !== null && toGroup) names.set(toGroup, name)
  }
  return { placed, merged, names, holding }
}

/** The group an answer is in, once all that was decided is applied to where it was computed to be. */
export function groupOf(submissionId: string, computedId: string, { placed, merged }: Decided): string {
  let group = placed.get(submissionId) ?? computedId
  const seen = new Set<string>()
  for (let next = merged.get(group); next !== undefined && !seen.has(group); next = merged.get(group)) {
    seen.add(group)
    group = next
  }
  return group
}

export async function decisionsOf(run: Query, examQuestionId: string, field: string): Promise<GroupDecision[]> {
  return run<GroupDecision>(
    `SELECT id::text, act, submission_ids AS "submissionIds", from_group AS "fromGroup", to_group AS "toGroup", name,
       undoes::text FROM answer_group_decision WHERE exam_question_id = $1 AND field = $2 ORDER BY answer_group_decision.id`,
    [examQuestionId, field],
  )
}
