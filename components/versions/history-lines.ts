import type { HistoryEntry } from './versions.ts'

/** A line of the history, with what it says beside its entry. */
export interface HistoryLine {
  entry: HistoryEntry
  /** the version that stood before */
  before: string | null
  /** it tells where its version came from, not only that exams get it */
  keeps: boolean
}

/** As long as an audit may take between the two halves of one press of a button. */
const oneStep = 15 * 60_000

/** Whether a version was kept in order to be published: by one person, in one step, with nothing else to say. */
function keptFor(published: HistoryEntry, before: HistoryEntry | undefined): boolean {
  return (
    published.what === 'published' &&
    before?.what === 'version' &&
    before.version === published.version &&
    before.by === published.by &&
    (before.note === published.note || before.note === '') &&
    Date.parse(published.at) - Date.parse(before.at) <= oneStep
  )
}

/** The lines of a history, newest first: what was kept and published in one step is one of them. */
export function historyLines(entries: readonly HistoryEntry[]): HistoryLine[] {
  return entries.flatMap((entry, k) => {
    const newer = entries[k - 1]
    if (newer && keptFor(newer, entry)) return []
    const { version, what } = entry
    const before = entries.slice(k + 1).find((older) => older.version !== null && older.version !== version)
    return [{ entry, before: before?.version ?? null, keeps: what !== 'published' || keptFor(entry, entries[k + 1]) }]
  })
}
