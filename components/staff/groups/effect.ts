import type { GroupMember } from './group.ts'

/** What a decision over a group would change, before it is made. */
export interface Effect {
  /** the answers that get it, with the versions that were seen */
  answers: [string, number][]
  /** how many of them have how many points now; null: they wait */
  from: { points: number | null; n: number }[]
  /** ticked, but decided by a person before, which stays */
  kept: number
  /** a score stands that is put aside */
  needsReason: boolean
}

/** The members that are ticked get the decision; those that a person decided only where that is wanted. */
export function effectOf(members: readonly GroupMember[], except: ReadonlySet<string>, again: boolean): Effect {
  const ticked = members.filter(({ submissionId }) => !except.has(submissionId))
  const reached = ticked.filter(({ decided }) => again || !decided)
  const counts = new Map<number | null, number>()
  for (const { points } of reached) counts.set(points, (counts.get(points) ?? 0) + 1)
  return {
    answers: reached.map(({ submissionId, version }) => [submissionId, version]),
    from: [...counts]
      .map(([points, n]) => ({ points, n }))
      .sort((a, b) => b.n - a.n || (a.points ?? -1) - (b.points ?? -1)),
    kept: ticked.length - reached.length,
    needsReason: reached.some(({ points }) => points !== null),
  }
}
