/** How a question can stand in the folder and in the database; those first that somebody has to look at most. */
export const syncStates = ['both', 'file-newer', 'database-newer', 'database-only', 'file-only', 'same'] as const
export type SyncState = (typeof syncStates)[number]

/** With these nothing has to be done. */
export const foldedStates: readonly SyncState[] = ['file-only', 'same']

export interface SyncCount {
  state: SyncState
  n: number
}

/** A name without hyphens, as messages choose by it. */
export const wordOf = (state: SyncState) => state.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
