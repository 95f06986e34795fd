import type { Draft } from './draft.ts'

/** Drafts survive a reload and a crash: they stay on this browser until the server has them. */
export interface KeptDrafts {
  read(key: string): Draft | null
  write(key: string, draft: Draft): void
  remove(key: string): void
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Under the reviewer's id, for a browser may be shared. A store that is full or forbidden keeps nothing. */
export function keptDrafts(store: () => Store, reviewer: string): KeptDrafts {
  const at = (key: string) => `referee.review/${reviewer}/${key}`
  const tried = <T>(work: (store: Store) => T): T | null => {
    try {
      return work(store())
    } catch {
      return null
    }
  }
  return {
    read: (key) => tried((kept) => asDraft(JSON.parse(kept.getItem(at(key)) ?? 'null'))),
    write: (key, draft) => void tried((kept) => kept.setItem(at(key), JSON.stringify(draft))),
    remove: (key) => void tried((kept) => kept.removeItem(at(key))),
  }
}

function asDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null
  const { ticked, adjustment, comment, reason } = value as Record<string, unknown>
  if (!Array.isArray(ticked) || !ticked.every((id) => typeof id === 'string')) return null
  if (adjustment !== null && typeof adjustment !== 'number') return null
  return typeof comment === 'string' && typeof reason === 'string' ? { ticked, adjustment, comment, reason } : null
}
