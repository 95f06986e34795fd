import type { Draft } from './draft.ts'

/** Drafts survive a reload and a crash: they stay on this browser until the server has them. */
export interface KeptDrafts {
  read(key: string): Draft | null
  write(key: string, draft: Draft): void
  remove(key: string): void
  /** `submission/field` of all that wait here for the server, of this reviewer */
  keys(): string[]
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Under the reviewer's id, for a browser may be shared. A store that is full or forbidden keeps nothing. */
export function keptDrafts(store: () => Store, reviewer: string): KeptDrafts {
  const before = `referee.review/${reviewer}/`
  const at = (key: string) => before + key
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
    keys: () =>
      tried((kept) =>
        Array.from({ length: kept.length }, (_, k) => kept.key(k) ?? '')
          .filter((key) => key.startsWith(before))
          .map((key) => key.slice(before.length)),
      ) ?? [],
  }
}

function asDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null
  const { ticked, adjustment, comment, reason } = value as Record<string, unknown>
  if (!Array.isArray(ticked) || !ticked.every((id) => typeof id === 'string')) return null
  if (adjustment !== null && typeof adjustment !== 'number') return null
  return typeof comment === 'string' && typeof reason === 'string' ? { ticked, adjustment, comment, reason } : null
}
