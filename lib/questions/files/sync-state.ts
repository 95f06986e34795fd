/** How a question can stand on the two sides; those first that somebody has to look at most. */
export const syncStates = ['both', 'file-newer', 'database-newer', 'database-only', 'file-only', 'same'] as const
export type SyncState = (typeof syncStates)[number]

export interface Sides {
  /** the version of the file; null: there is none */
  file: string | null
  /** what is published in the database; null: nothing is */
  database: string | null
  /** the versions that exams got before; one that was only kept, or brought in, may be newer than what is published */
  known: readonly string[]
  /** the version that was the same on both sides when they were last brought together; null: never */
  synced: string | null
}

/**
 * Which side has gone on since both were the same. A file that the database knows as one of its versions is behind; where
 * that does not say it, the last sync does; where neither does, both may have changed.
 */
export function syncState({ file, database, known, synced }: Sides): SyncState {
  if (file === null) return 'database-only'
  if (database === null) return 'file-only'
  if (file === database) return 'same'
  if (known.includes(file)) return 'database-newer'
  return database === synced ? 'file-newer' : 'both'
}
