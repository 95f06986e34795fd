import { createHash } from 'node:crypto'
import type { AnswerGroup } from './make-groups.ts'

/** Groups found by comparing have no name of their own: who leads them changes with every new answer. */
const compared = new Set(['value', 'formula', 'text'])

/**
 * An id for each group, the same as before for what is the same group: of exact kinds it follows from what they are;
 * of compared ones it goes to the group that has most members of the old one, so that what people decided stays true.
 */
export function carryIds(groups: readonly AnswerGroup[], before: ReadonlyMap<string, string>): string[] {
  const wishes = groups.flatMap(({ title, members }, group) => {
    if (!compared.has(title.kind)) return []
    const shared = new Map<string, number>()
    for (const { submissionId } of members) {
      const old = before.get(submissionId)
      if (old !== undefined) shared.set(old, (shared.get(old) ?? 0) + 1)
    }
    return [...shared].map(([id, count]) => ({ group, id, count }))
  })
  const own = groups.map(({ key }) => idOf(key))
  // an id that follows from a key is never given to another group
  const taken = new Set(groups.flatMap(({ title, key }) => (compared.has(title.kind) ? [] : [idOf(key)])))
  const carried = new Map<number, string>()
  for (const { group, id } of wishes.sort((a, b) => b.count - a.count || a.group - b.group || (a.id < b.id ? -1 : 1))) {
    if (carried.has(group) || taken.has(id) || !id.startsWith('~')) continue
    carried.set(group, id)
    taken.add(id)
  }
  return groups.map(({ title }, k) => {
    if (!compared.has(title.kind)) return own[k] as string
    const kept = carried.get(k)
    if (kept !== undefined) return kept
    let fresh = `~${own[k]}`
    while (taken.has(fresh)) fresh = `~${idOf(fresh)}`
    taken.add(fresh)
    return fresh
  })
}

function idOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 18)
}
